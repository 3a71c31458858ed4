import { z } from 'zod';
import { answerValueSchema, answersSchema } from '#domain/answers/answer-value.ts';

/**
 * Where a guided conversation stands, as it is stored (JSON). The assignments stay as they are
 * for the life of a dialogue: when one drops out or joins, start another from the drafts. A newer version of a form is
 * taken up at the next step (`upgrade.ts`).
 */
export type DialogueState = z.infer<typeof dialogueStateSchema>;

/** One report that the conversation fills. */
export type DialogueAssignment = z.infer<typeof assignmentSchema>;

/**
 * Names one question of a dialogue: its key, or `key@windowFrom` for what happened within a window; `~2` and so on is
 * added where the same key is asked of another unit, over another window, or in another shape.
 */
export type Slot = string;

const assignmentSchema = z.strictObject({
  assignmentId: z.string(),
  directive: z.string(),
  duty: z.string(),
  period: z.string(),
  /** Whose report it is. Where a dialogue spans several units, each question names its own. */
  unit: z.strictObject({ id: z.string(), name: z.string() }),
  formId: z.string(),
  formVersion: z.int(),
  windowFrom: z.string(),
  windowTo: z.string(),
});

const doubtSchema = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('outside-window'), windowFrom: z.string(), windowTo: z.string() }),
  /** Ten times the last period's figure, a tenth of it, or a total that has become less. */
  z.strictObject({ reason: z.enum(['tenfold', 'tenth', 'less']), last: z.number() }),
  /** "Khoảng 8 %": taken as 8 once confirmed. */
  z.strictObject({ reason: z.literal('approximate') }),
]);

/** Answers that were typed together and wait for a "yes, I mean it", and why. */
const waitingSchema = z.strictObject({
  values: z.array(z.strictObject({ slot: z.string(), value: answerValueSchema })).min(1),
  doubts: z.array(z.strictObject({ slot: z.string(), doubt: doubtSchema })).min(1),
});

/** Where an answer comes from that nobody typed or tapped. */
const sourceSchema = z.enum(['last-period', 'nothing']);
export type AnswerSource = z.infer<typeof sourceSchema>;

export const dialogueStateSchema = z.strictObject({
  version: z.literal(2),
  /** `stopped`: put aside with its draft. `sent`: handed over, over. */
  status: z.enum(['open', 'stopped', 'sent']),
  assignments: z.array(assignmentSchema).min(1),
  /** By slot. Answers to questions that are no longer relevant stay, in case they become so again. */
  answers: answersSchema,
  /** Slots of optional questions that the person passed over. */
  skipped: z.array(z.string()),
  /** The slot of the question that is being asked, or `summary`. */
  at: z.string(),
  /** Answers to that question, and perhaps to those behind it, that wait for a "yes, I mean it". */
  doubt: waitingSchema.nullable(),
  /** "Không phát sinh" was said and waits for a yes. */
  nothing: z.boolean(),
  /** By slot: what was taken over. */
  sources: z.record(z.string(), sourceSchema),
  /** By slot: figures that looked wrong and were confirmed, for whoever reads the report. */
  confirmed: z.record(z.string(), doubtSchema),
});

/** `at` when everything is answered and shown; no slot is called so. */
export const summary = 'summary';
