import { standingAnswerFaults } from '#domain/directives/answer-consistency.ts';
import { below, type Fault } from '#domain/directives/fault.ts';
import type { Condition, Directive, Form, Question } from '#domain/directives/schema.ts';

/** What the shape of a form cannot rule out: fields that do not go together, names of questions that are not there. */
export function formFaults(form: Form, directives: readonly Directive[]): Fault[] {
  const ids = new Set(directives.map(({ id }) => id));
  const questions = form.questions.flatMap((question, at) => {
    const earlier = form.questions.slice(0, at);
    const faults = [
      ...(earlier.some(({ key }) => key === question.key)
        ? [{ path: ['key'], reason: `the question ${question.key} exists already in this form` }]
        : []),
      ...fieldFaults(question),
      ...optionFaults(question),
      ...(question.askedBy ?? [])
        .filter((id) => !ids.has(id))
        .map((id) => ({ path: ['askedBy'], reason: `there is no directive ${id}` })),
      ...conditionFaults(question, earlier),
      ...standingAnswerFaults(question, form.questions),
    ];
    return below(['questions', at], faults);
  });
  return [...questions, ...ruleFaults(form)];
}

type QuestionType = Question['type'];
const numeric: readonly QuestionType[] = ['integer', 'decimal', 'percent'];
const choosing: readonly QuestionType[] = ['choice', 'multi-choice'];

/** The fields that only some types have, and whether these cannot do without. */
const fieldsOfTypes: { field: keyof Question; types: readonly QuestionType[]; needed: boolean }[] = [
  { field: 'options', types: choosing, needed: true },
  { field: 'parts', types: ['numbers'], needed: true },
  { field: 'dateRule', types: ['date'], needed: true },
  { field: 'maxLength', types: ['text'], needed: false },
  { field: 'min', types: [...numeric, 'numbers'], needed: false },
  { field: 'max', types: [...numeric, 'numbers'], needed: false },
];

function fieldFaults(question: Question): Fault[] {
  const { type, min, max } = question;
  const misfits = fieldsOfTypes.flatMap(({ field, types, needed }) => {
    const belongs = types.includes(type);
    const given = question[field] !== undefined;
    if (given && !belongs) return [{ path: [field], reason: `a question of type ${type} has no ${field}` }];
    if (!given && belongs && needed)
      return [{ path: ['type'], reason: `a question of type ${type} needs ${field}` }];
    return [];
  });
  const isReversed = min !== undefined && max !== undefined && min > max;
  return isReversed ? [...misfits, { path: ['max'], reason: 'max is less than min' }] : misfits;
}

function optionFaults({ options = [], parts = [] }: Question): Fault[] {
  return Object.entries({ options, parts }).flatMap(([field, list]) => {
    const keys = list.map(({ key }) => key);
    return keys.flatMap((key, at) =>
      keys.indexOf(key) < at
        ? [{ path: [field, at, 'key'], reason: `${key} exists already in ${field}` }]
        : [],
    );
  });
}

/** A condition looks at what was asked before it, and compares it with something that can be answered there. */
function conditionFaults({ relevant = [] }: Question, earlier: readonly Question[]): Fault[] {
  return relevant.flatMap((condition, at) => {
    const other = earlier.find(({ key }) => key === condition.question);
    if (!other) {
      const reason = `no question ${condition.question} comes before this one`;
      return [{ path: ['relevant', at, 'question'], reason }];
    }
    const reason = whyItNeverHolds(condition, other);
    return reason ? [{ path: ['relevant', at], reason }] : [];
  });
}

function whyItNeverHolds({ is, value }: Condition, { key, type, options }: Question): string | undefined {
  const notAnOption = options?.some((option) => option.key === value)
    ? undefined
    : `${key} has no option ${value}`;
  const notANumber = typeof value === 'number' ? undefined : `${key} is compared with a number`;
  switch (is) {
    case 'answered':
      return value === undefined ? undefined : '"answered" takes no value';
    case 'greater':
    case 'less':
      return numeric.includes(type) || type === 'numbers' ? notANumber : `${key} is not a number`;
    case 'includes':
      return type === 'multi-choice' ? notAnOption : `${key} is not a multi-choice`;
    case 'equal':
    case 'not-equal':
      if (type === 'choice') return notAnOption;
      if (numeric.includes(type)) return notANumber;
      if (type !== 'yes-no') return `an answer of type ${type} is not compared with a value`;
      return typeof value === 'boolean' ? undefined : `${key} is true or false`;
  }
}

function ruleFaults({ questions, rules }: Form): Fault[] {
  const typeOf = (key: string) => questions.find((question) => question.key === key)?.type;
  return rules.flatMap((rule, at) => {
    if (rule.rule === 'must-be') {
      const path = ['rules', at, 'question'];
      return faultOf(
        path,
        rule.question,
        typeOf(rule.question),
        ['yes-no'],
        'is not answered with yes or no',
      );
    }
    return (['question', 'other'] as const).flatMap((field) => {
      const addsUpParts = rule.rule === 'parts-add-up-to' && field === 'question';
      const [types, wrong] = addsUpParts ? [['numbers'], 'has no parts'] : [numeric, 'is not a number'];
      return faultOf(['rules', at, field], rule[field], typeOf(rule[field]), types, wrong);
    });
  });
}

function faultOf(
  path: Fault['path'],
  key: string,
  type: string | undefined,
  types: readonly string[],
  wrong: string,
): Fault[] {
  if (!type) return [{ path, reason: `there is no question ${key} in this form` }];
  return types.includes(type) ? [] : [{ path, reason: `${key} ${wrong}` }];
}
