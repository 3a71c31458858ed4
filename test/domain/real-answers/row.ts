import type { AnswerValue } from '#domain/answers/answer-value.ts';
import type { AnswerContext } from '#domain/answers/outcome.ts';

/** A value; or why it is asked back; or a value that is confirmed first. */
export type Means = AnswerValue | { refused: string } | { doubt: AnswerValue } | { between: AnswerValue[] };

/** The key of a question of the directives' forms, what is typed under it, what it means. */
export type Row = readonly [key: string, typed: string, means: Means, within?: Partial<AnswerContext>];

/** Asked back: what was typed is no answer. */
export const asked = { refused: 'misunderstood' };

/** A Thursday; the month's report counts from 15/11. */
export const december: AnswerContext = {
  today: '2026-12-10',
  windowFrom: '2026-11-15',
  windowTo: '2026-12-14',
};

/** The quarter's. */
export const quarter = { windowFrom: '2026-09-15' };
