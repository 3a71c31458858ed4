import { z } from 'zod';

/**
 * What an answer is once understood, by the question's type: integer, decimal, percent → number; yes-no → boolean;
 * choice → the option's key; date → `YYYY-MM-DD`; text → NFC text; multi-choice → keys in the options' order;
 * numbers → one whole number for each part, in the parts' order.
 */
export type AnswerValue = z.infer<typeof answerValueSchema>;

/** Answers of one form by question key, or of one dialogue by slot. */
export type Answers = Readonly<Record<string, AnswerValue>>;

export const answerValueSchema = z.union([
  z.number(),
  z.boolean(),
  z.string(),
  z.array(z.number()),
  z.array(z.string()),
]);

export const answersSchema = z.record(z.string(), answerValueSchema);

export function sameValue(one: AnswerValue | undefined, other: AnswerValue | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
