import { z } from 'zod';
import { encodeTap } from '#domain/callback.ts';
import { endDialogue, findDialogue, putDialogue, type StoredDialogue } from '#storage/queries/dialogues.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** The kind under which a single question is stored that has to be typed an answer to: a remark, a reason. */
export const asideDialogue = 'aside';

const asksSchema = z.discriminatedUnion('about', [
  /** What is to be changed in reports that wait for the head. */
  z.object({ about: z.literal('head-return'), requestId: z.guid() }),
  /** The last day of a leave. */
  z.object({ about: z.literal('leave-until'), from: z.iso.date() }),
  /** Until when more time is wished for, and why. */
  z.object({ about: z.literal('extension-day'), assignmentIds: z.array(z.guid()) }),
  z.object({ about: z.literal('extension-reason'), assignmentIds: z.array(z.guid()), until: z.iso.date() }),
  /** Why reports that were received are to be corrected, or their closed figures reopened. */
  z.object({ about: z.literal('correction'), assignmentIds: z.array(z.guid()).min(1) }),
  z.object({ about: z.literal('reopening'), assignmentIds: z.array(z.guid()).min(1) }),
  /** What a coordinator wants besides; `question`: the key of the one meant. */
  z.object({
    about: z.literal('return'),
    assignmentIds: z.array(z.guid()).min(1),
    question: z.string().nullable(),
  }),
]);

/** What the question is about, and what is needed to do something with the answer. */
export type AsideAsks = z.infer<typeof asksSchema>;

const asideSchema = z.object({
  asks: asksSchema,
  /** As it was asked, so that it can be asked again. */
  question: z.string(),
  /** The conversation that it came in the middle of, to go on with afterwards. */
  before: z.object({ id: z.guid(), kind: z.string(), state: z.record(z.string(), z.unknown()) }).optional(),
});

export function isAside({ kind, state }: StoredDialogue): boolean {
  return kind === asideDialogue && asideSchema.safeParse(state).success;
}

export function asideOf({ state }: StoredDialogue): z.infer<typeof asideSchema> {
  return asideSchema.parse(state);
}

/** Asks something aside; the conversation that the person is in waits until it is answered. */
export async function askAside(turn: OfficerTurn, asks: AsideAsks, question: string): Promise<void> {
  const open = await findDialogue(turn.tx, turn.officer.id);
  if (open?.askedBy) await turn.retire(open.askedBy);
  const before =
    open && open.kind !== asideDialogue ? { id: open.id, kind: open.kind, state: open.state } : undefined;
  const earlier = open && isAside(open) ? asideOf(open).before : undefined;
  await put(turn, turn.deps.newId(), { asks, question, before: before ?? earlier });
}

/** Asks it again, with what is to be said first. */
export async function askAsideAgain(
  turn: OfficerTurn,
  dialogue: StoredDialogue,
  first?: string,
): Promise<void> {
  if (dialogue.askedBy) await turn.retire(dialogue.askedBy);
  await put(turn, dialogue.id, asideOf(dialogue), first);
}

async function put(
  turn: OfficerTurn,
  id: string,
  state: Record<string, unknown> & { question: string },
  first?: string,
) {
  const { tx, say, officer, now } = turn;
  const askedBy = await turn.ask({
    text: first ? `${first}\n\n${state.question}` : state.question,
    choices: [[{ label: say('aside-cancel'), data: encodeTap('aside-cancel', id) }]],
    takesNumbers: true,
  });
  await putDialogue(tx, { id, officerId: officer.id, kind: asideDialogue, state, askedBy, updatedAt: now });
}

/** It is answered, or not wanted any more: the person is back in the conversation before, which is returned. */
export async function endAside(turn: OfficerTurn, dialogue: StoredDialogue): Promise<boolean> {
  const { tx, officer, now } = turn;
  if (dialogue.askedBy) await turn.retire(dialogue.askedBy);
  const { before } = asideOf(dialogue);
  await endDialogue(tx, officer.id);
  if (!before) return false;
  await putDialogue(tx, { ...before, officerId: officer.id, askedBy: null, updatedAt: now });
  return true;
}
