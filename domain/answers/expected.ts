import type { AnswerContext, Expected } from '#domain/answers/outcome.ts';
import type { Question } from '#domain/directives/schema.ts';

/** What the question takes, for whoever has to say it to a person. */
export function expectedOf(question: Question, { windowFrom, windowTo }: AnswerContext): Expected {
  const { example, options = [], parts = [] } = question;
  switch (question.type) {
    case 'integer':
    case 'decimal':
    case 'percent':
      return { type: question.type, example, ...numberLimits(question) };
    case 'numbers':
      return { type: 'numbers', example, parts, ...numberLimits(question) };
    case 'yes-no':
      return { type: 'yes-no', example };
    case 'choice':
    case 'multi-choice':
      return { type: question.type, example, options };
    case 'date':
      return { type: 'date', example, rule: question.dateRule ?? 'not-future', windowFrom, windowTo };
    case 'text':
      return { type: 'text', example, maxLength: textLimit(question) };
  }
}

/** The least and the greatest number that is taken; for a group of numbers, of each of them. */
export function numberLimits({ type, min = 0, max }: Question): { min: number; max: number } {
  return { min, max: max ?? (type === 'percent' ? 100 : type === 'decimal' ? largestAmount : largestCount) };
}

/** The longest text that is taken, in characters. */
export function textLimit({ maxLength = 500 }: Question): number {
  return maxLength;
}

/** No agency counts more of anything; a slip of the thumb does. */
const largestCount = 100_000;
/** Money in million đồng, at most. */
const largestAmount = 1_000_000_000;
