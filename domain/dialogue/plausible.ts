import type { AnswerValue } from '#domain/answers/answer-value.ts';
import type { Doubt } from '#domain/answers/outcome.ts';
import type { Question } from '#domain/directives/schema.ts';

/**
 * What is odd about a figure beside that of the last period: ten times as much, a tenth of it (of 10 and more), or less of what
 * people rarely have less of, as systems. Undefined for what is not odd, or no figure.
 */
export function unlikeLast(
  { type, scope }: Question,
  value: AnswerValue,
  last: AnswerValue | undefined,
): Doubt | undefined {
  if (typeof value !== 'number' || typeof last !== 'number') return undefined;
  if (last > 0 && value >= last * 10) return { reason: 'tenfold', last };
  if (last >= 10 && value * 10 <= last) return { reason: 'tenth', last };
  if (scope === 'stock' && type === 'integer' && value < last) return { reason: 'less', last };
  return undefined;
}
