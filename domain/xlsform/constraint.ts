import type { FormRule, Question } from '#domain/directives/schema.ts';
import { type Comparison, parseExpression, type Term } from '#domain/xlsform/expression.ts';
import { findNamed, nameOf, type NamedQuestion } from '#domain/xlsform/names.ts';

/** What the column `constraint` says of a question: its limits, and a rule that it has a message for. */
export interface Constraint {
  min?: number;
  max?: number;
  maxLength?: number;
  /** `. <= today()` */
  notFuture?: true;
  rule?: { rule: 'not-more-than'; other: string } | { rule: 'must-be'; value: boolean };
}

type Limited = Pick<Question, 'type' | 'min' | 'max' | 'maxLength'>;

/** `rule`: the one that stands in this column, with its message beside it. */
export function constraintText({ type, min, max, maxLength }: Limited, rule?: FormRule): string {
  return [
    ...(min === undefined ? [] : [`. >= ${min}`]),
    ...(max === undefined ? [] : [`. <= ${max}`]),
    ...(maxLength === undefined ? [] : [`string-length(.) <= ${maxLength}`]),
    ...(type === 'date' ? ['. <= today()'] : []),
    ...(rule?.rule === 'not-more-than' ? [`. <= \${${nameOf(rule.other)}}`] : []),
    ...(rule?.rule === 'must-be' ? [`. = '${rule.value ? 'yes' : 'no'}'`] : []),
  ].join(' and ');
}

export type ReadConstraint = { kind: 'read'; constraint: Constraint } | { kind: 'refused'; reason: string };

export function readConstraint(
  text: string,
  type: Question['type'],
  questions: readonly NamedQuestion[],
): ReadConstraint {
  const parsed = parseExpression(text);
  if (parsed.kind === 'refused')
    return { kind: 'refused', reason: `${parsed.what} is outside the expressions that are understood` };
  let constraint: Constraint = {};
  for (const term of parsed.terms) {
    const one = readTerm(term, type, questions);
    if (typeof one === 'string') return { kind: 'refused', reason: one };
    const twice = Object.keys(one).find((key) => key in constraint);
    if (twice) return { kind: 'refused', reason: `${twice} is given twice` };
    constraint = { ...constraint, ...one };
  }
  return { kind: 'read', constraint };
}

/** One limit, or why it is none that a question of this type has. */
function readTerm(
  term: Term,
  type: Question['type'],
  questions: readonly NamedQuestion[],
): Constraint | string {
  if (term.kind === 'selected') return 'selected() is not understood in a constraint';
  const { left, is, right } = term;
  if (left.kind === 'length') return lengthLimit(type, is, right.kind === 'number' ? right.value : undefined);
  if (left.kind !== 'self') return 'a constraint begins with . or string-length(.)';
  switch (right.kind) {
    case 'number':
      return numberLimit(type, is, right.value);
    case 'today':
      if (type !== 'date') return 'only a date is compared with today()';
      return is === '<=' ? { notFuture: true } : `. ${is} today() is not understood, only . <= today()`;
    case 'text':
      if (type !== 'yes-no' || is !== '=' || !['yes', 'no'].includes(right.value))
        return `a question of type ${type} is not compared with '${right.value}'`;
      return { rule: { rule: 'must-be', value: right.value === 'yes' } };
    case 'answers': {
      const [name = '', ...more] = right.names;
      const found = findNamed(questions, name);
      if (!found) return `there is no question ${name}`;
      if (is !== '<=' || more.length > 0 || found.part !== undefined)
        return `of comparisons with other answers only . <= \${name} is understood`;
      return { rule: { rule: 'not-more-than', other: found.question.key } };
    }
    default:
      return 'both sides are the answer itself';
  }
}

function lengthLimit(type: Question['type'], is: Comparison, value: number | undefined): Constraint | string {
  if (type !== 'text') return `a question of type ${type} has no string-length(.)`;
  if (value === undefined || !['<', '<='].includes(is))
    return 'of string-length(.) only string-length(.) <= a number is understood';
  return { maxLength: is === '<' ? value - 1 : value };
}

function numberLimit(type: Question['type'], is: Comparison, value: number): Constraint | string {
  if (!['integer', 'decimal', 'percent', 'numbers'].includes(type))
    return `a question of type ${type} is not compared with a number`;
  if (is === '>=') return { min: value };
  if (is === '<=') return { max: value };
  const isWhole = (type === 'integer' || type === 'numbers') && Number.isInteger(value);
  if (!isWhole) return `. ${is} ${value} is understood of whole numbers only; use <= or >=`;
  if (is === '>') return { min: value + 1 };
  return is === '<' ? { max: value - 1 } : `. ${is} ${value} is not understood`;
}
