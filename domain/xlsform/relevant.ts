import type { Condition } from '#domain/directives/schema.ts';
import { findNamed, keyOf, nameOf, type NamedQuestion, partName } from '#domain/xlsform/names.ts';
import { type Operand, parseExpression, type Term } from '#domain/xlsform/expression.ts';

/** When a question is asked, as the column `relevant` says it. */
export function relevantText(conditions: readonly Condition[], questions: readonly NamedQuestion[]): string {
  return conditions.map((condition) => conditionText(condition, questions)).join(' and ');
}

export type ReadConditions = { kind: 'read'; conditions: Condition[] } | { kind: 'refused'; reason: string };

/** The conditions that the column `relevant` states, about questions of the same form. */
export function readRelevant(text: string, questions: readonly NamedQuestion[]): ReadConditions {
  const parsed = parseExpression(text);
  if (parsed.kind === 'refused')
    return refused(`${parsed.what} is outside the expressions that are understood`);
  const conditions: Condition[] = [];
  for (const term of parsed.terms) {
    const read = readTerm(term, questions);
    if (typeof read === 'string') return refused(read);
    conditions.push(read);
  }
  return { kind: 'read', conditions };
}

function refused(reason: string): ReadConditions {
  return { kind: 'refused', reason };
}

const signs = { equal: '=', 'not-equal': '!=', greater: '>', less: '<' } as const;

function conditionText({ question: key, is, value }: Condition, questions: readonly NamedQuestion[]): string {
  const question = questions.find((candidate) => candidate.key === key);
  const [first] = question?.parts ?? [];
  const answer = `\${${nameOf(key)}}`;
  if (is === 'includes') return `selected(${answer}, '${value}')`;
  if (is === 'answered') return `${question && first ? `\${${partName(question, first)}}` : answer} != ''`;
  const total = question?.parts?.map((part) => `\${${partName(question, part)}}`).join(' + ');
  return `${total ?? answer} ${signs[is]} ${literal(value)}`;
}

function literal(value: Condition['value']): string {
  if (typeof value === 'boolean') return value ? "'yes'" : "'no'";
  return typeof value === 'number' ? String(value) : `'${value}'`;
}

/** A condition, or why it is none. */
function readTerm(term: Term, questions: readonly NamedQuestion[]): Condition | string {
  if (term.kind === 'selected') {
    const found = findNamed(questions, term.name);
    if (!found) return `there is no question ${term.name}`;
    const { key, type } = found.question;
    return {
      question: key,
      is: type === 'multi-choice' ? 'includes' : 'equal',
      value: chosenValue(type, term.value),
    };
  }
  const asked = askedAbout(term.left, questions);
  if (typeof asked === 'string') return asked;
  const { question, isPart } = asked;
  const { key: name, type } = question;
  const { is, right } = term;
  if (right.kind === 'text' && right.value === '' && is === '!=') return { question: name, is: 'answered' };
  if (isPart) return `a single number of ${name} is not compared, only all of them together`;
  if (right.kind === 'text' && (is === '=' || is === '!=')) {
    return { question: name, is: is === '=' ? 'equal' : 'not-equal', value: chosenValue(type, right.value) };
  }
  if (right.kind !== 'number') return `${name} is compared with a number or a text between quotes`;
  return numberCondition(question, is, right.value);
}

function chosenValue(type: NamedQuestion['type'], text: string): boolean | string {
  if (type === 'yes-no' && (text === 'yes' || text === 'no')) return text === 'yes';
  return keyOf(text);
}

function numberCondition(
  { key: question, type }: NamedQuestion,
  is: Extract<Term, { kind: 'compare' }>['is'],
  value: number,
): Condition | string {
  switch (is) {
    case '=':
      return { question, is: 'equal', value };
    case '!=':
      return { question, is: 'not-equal', value };
    case '>':
      return { question, is: 'greater', value };
    case '<':
      return { question, is: 'less', value };
    case '>=':
    case '<=': {
      const isWhole = (type === 'integer' || type === 'numbers') && Number.isInteger(value);
      if (!isWhole) return `${is} is understood of whole numbers only; use ${is.slice(0, 1)}`;
      return is === '>='
        ? { question, is: 'greater', value: value - 1 }
        : { question, is: 'less', value: value + 1 };
    }
  }
}

/** The question on the left; the sum of all numbers of a group is the group. */
function askedAbout(
  left: Operand,
  questions: readonly NamedQuestion[],
): { question: NamedQuestion; isPart: boolean } | string {
  if (left.kind !== 'answers') return `a condition begins with the answer to a question: \${name}`;
  const found = left.names.map((name) => ({ name, named: findNamed(questions, name) }));
  const unknown = found.find(({ named }) => !named);
  if (unknown) return `there is no question ${unknown.name}`;
  const [first] = found;
  const question = first?.named?.question;
  if (!question) return `a condition begins with the answer to a question: \${name}`;
  if (found.length === 1) return { question, isPart: first.named?.part !== undefined };
  const parts = new Set(found.map(({ named }) => (named?.question === question ? named.part : undefined)));
  const all = question.parts?.every(({ key }) => parts.has(key)) && parts.size === question.parts.length;
  return all ? { question, isPart: false } : 'only all numbers of one group are added up';
}
