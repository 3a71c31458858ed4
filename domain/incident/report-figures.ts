import type { AnswerValue } from '#domain/answers/answer-value.ts';
import type { Question } from '#domain/directives/schema.ts';

/** Keys of the questions of a period's report that the record of incidents can answer. */
const countKey = 'incidents';
const byKindKey = 'incidents-by-kind';

/** Whether the record of incidents has something to say to a question. */
export function asksForIncidentFigures({ key }: Question): boolean {
  return key === countKey || key === byKindKey;
}

/**
 * What the record of incidents answers to a question: their number, or how many of each kind in the order of its parts.
 * `counts`: by the key of the kind; what has none that the question names counts as `other`. Undefined for other questions.
 */
export function proposedFigure(
  { key, parts }: Question,
  counts: ReadonlyMap<string, number>,
): AnswerValue | undefined {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (key === countKey) return all;
  if (key !== byKindKey || !parts) return undefined;
  const named = new Set(parts.map((part) => part.key));
  const elsewhere = [...counts].filter(([kind]) => !named.has(kind));
  const left = elsewhere.reduce((sum, [, count]) => sum + count, 0);
  return parts.map((part) => (counts.get(part.key) ?? 0) + (part.key === 'other' ? left : 0));
}
