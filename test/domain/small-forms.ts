import type { Condition, Form, FormRule, Question } from '#domain/directives/schema.ts';

/** Questions and forms small enough to be read beside the story that uses them. */
export function question(
  key: string,
  type: Question['type'],
  more: Omit<Partial<Question>, 'label' | 'parts'> & { label?: string; parts?: number } = {},
): Question {
  const { label = key, parts, ...rest } = more;
  const words = { vi: label, en: key };
  const numbered = Array.from({ length: parts ?? 0 }, (_, index) => `part-${index + 1}`);
  return {
    key,
    type,
    scope: 'stock',
    label: words,
    shortLabel: words,
    help: words,
    example: '12',
    required: true,
    clause: { citation: 'điểm 1', source: 'text' },
    ...(parts === undefined
      ? {}
      : { parts: numbered.map((part) => ({ key: part, label: { vi: part, en: part } })) }),
    ...rest,
  };
}

export function choiceQuestion(
  key: string,
  type: 'choice' | 'multi-choice',
  options: Record<string, string>,
): Question {
  const listed = Object.entries(options).map(([option, label]) => ({
    key: option,
    label: { vi: label, en: option },
  }));
  return question(key, type, { options: listed });
}

export function dateQuestion(key: string, dateRule: 'in-window' | 'not-future'): Question {
  return question(key, 'date', { dateRule, scope: 'window' });
}

export const threeKinds = {
  malware: 'Mã độc',
  denial: 'Từ chối dịch vụ và phá hoại',
  phishing: 'Giả mạo',
};

export function form(id: string, questions: Question[], rules: FormRule[] = [], version = 1): Form {
  return { id, version, title: { vi: id, en: id }, questions, rules };
}

export function when(
  asked: string,
  is: Condition['is'],
  value?: Condition['value'],
): { relevant: Condition[] } {
  return { relevant: [{ question: asked, is, ...(value === undefined ? {} : { value }) }] };
}

export function rule(kind: Exclude<FormRule['rule'], 'must-be'>, asked: string, other: string): FormRule {
  return {
    rule: kind,
    question: asked,
    other,
    message: { vi: `${asked}/${other}`, en: `${asked}/${other}` },
  };
}
