import { numberLimits, textLimit } from '#domain/answers/expected.ts';
import type { Bilingual, Condition, Form, Question } from '#domain/directives/schema.ts';
import { textIn } from '#locales/text.ts';
import type { ShownForm } from '#app/commands/forms-list.ts';

const language = 'vi';
const say = textIn(language);

/** The conversation that a form makes, as a person would meet it. */
export function showConversation({ form, directive, duties, shared }: ShownForm): string {
  const head = [
    say('cli-form-title', {
      title: form.title[language],
      id: form.id,
      version: form.version,
      count: form.questions.length,
    }),
    say('cli-form-directive', { directive }),
    ...(duties.length > 0 ? [say('cli-form-duties', { duties: duties.join(', ') })] : []),
  ];
  const questions = form.questions.map((question, index) =>
    [
      `${index + 1}. ${question.label[language]}`,
      ...linesOf(question, form, shared[question.key]).map((line) => `   ${line}`),
    ].join('\n'),
  );
  const rules = form.rules.map((rule) => `– ${rule.message[language]}`);
  const checks = rules.length > 0 ? [[say('cli-form-rules'), ...rules].join('\n')] : [];
  return [head.join('\n'), ...questions, ...checks].join('\n\n');
}

function linesOf(question: Question, form: Form, shared: string[] | undefined): string[] {
  const { example, help, relevant, required, scope, askedBy, clause } = question;
  const lines = [`${answerLine(question)} ${say('cli-form-example', { example })}`, help[language]];
  if (relevant) {
    const conditions = relevant.map((condition) => conditionWords(condition, form)).join(say('cli-form-and'));
    lines.push(say('cli-form-when', { conditions }));
  }
  if (!required) lines.push(say('cli-form-optional'));
  lines.push(say(`cli-form-scope-${scope}`), ...windowLines(question, form));
  if (askedBy) lines.push(say('cli-form-asked-by', { directives: askedBy.join(', ') }));
  if (shared) lines.push(say('cli-form-shared', { forms: shared.join(', ') }));
  lines.push(say(`cli-form-clause-${clause.source}`, { citation: clause.citation }));
  return lines;
}

function answerLine(question: Question): string {
  const { type, options = [], parts = [] } = question;
  switch (type) {
    case 'integer':
    case 'decimal':
    case 'percent':
      return say(`cli-form-answer-${type}`, numberLimits(question));
    case 'numbers':
      return say('cli-form-answer-numbers', {
        ...numberLimits(question),
        count: parts.length,
        labels: labelsOf(parts),
      });
    case 'yes-no':
      return say('cli-form-answer-yes-no');
    case 'choice':
    case 'multi-choice':
      return say(`cli-form-answer-${type}`, { labels: labelsOf(options) });
    case 'date':
      return say(`cli-form-answer-date-${question.dateRule ?? 'not-future'}`);
    case 'text':
      return say('cli-form-answer-text', { limit: textLimit(question) });
  }
}

function labelsOf(list: { label: Bilingual }[]): string {
  return list.map(({ label }) => label[language]).join(' · ');
}

/** “Hệ thống đang quản lý” lớn hơn 0 */
function conditionWords({ question: key, is, value }: Condition, { questions }: Form): string {
  const asked = questions.find((question) => question.key === key);
  const label = asked?.shortLabel[language] ?? key;
  if (is === 'answered') return say('cli-form-when-answered', { label });
  return say(`cli-form-when-${is}`, { label, value: valueWords(value, asked) });
}

function valueWords(value: Condition['value'], asked: Question | undefined): string {
  if (typeof value === 'boolean') return value ? say('yes') : say('no');
  return asked?.options?.find(({ key }) => key === value)?.label[language] ?? String(value);
}

function windowLines(question: Question, { questions }: Form): string[] {
  const { carries, whenNothing } = question;
  const lines: string[] = [];
  if (carries?.when === 'same') {
    const other = questions.find(({ key }) => key === carries.question);
    lines.push(say('cli-form-carries-same', { label: other?.shortLabel[language] ?? carries.question }));
  } else if (carries) {
    lines.push(say(`cli-form-carries-${carries.when}`));
  }
  if (whenNothing !== undefined) {
    const answer =
      typeof whenNothing === 'boolean' ? valueWords(whenNothing, question) : [whenNothing].flat().join(' ');
    lines.push(say('cli-form-when-nothing', { answer }));
  }
  return lines;
}
