import { findForm } from '#domain/catalogue.ts';
import type { DialogueContext, DialogueResult } from '#domain/dialogue.ts';
import { draftsOf } from '#domain/dialogue/drafts.ts';
import type { DialogueState } from '#domain/dialogue/state.ts';
import { saveDraft } from '#storage/queries/assignments.ts';
import { putDialogue } from '#storage/queries/dialogues.ts';
import { sayDialogue } from '#handlers/report-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** The kind under which the guided conversation is stored. */
export const reportDialogue = 'report';

/** What the engine needs besides the state. */
export function contextOf({ deps, today }: OfficerTurn): DialogueContext {
  return { today, on: deps.catalogue.on, formOf: (id, version) => findForm(deps.catalogue, id, version) };
}

/** Leaves the answers with their reports, as the draft of this officer; `ids`: the reports that are still theirs to fill in. */
export async function saveDrafts(
  turn: OfficerTurn,
  state: DialogueState,
  ids: ReadonlySet<string>,
): Promise<void> {
  const { tx, officer, now } = turn;
  for (const [assignmentId, answers] of Object.entries(draftsOf(state, contextOf(turn)))) {
    if (ids.has(assignmentId)) await saveDraft(tx, [assignmentId], { by: officer.id, answers, at: now });
  }
}

/** Stores where the conversation stands, says so, and takes the buttons away from what was asked before. */
export async function keepAndSay(
  turn: OfficerTurn,
  dialogue: { id: string; askedBy: string | null },
  { state, say }: DialogueResult,
  before: string[],
): Promise<void> {
  const { tx, officer, now } = turn;
  const message = sayDialogue(turn, { id: dialogue.id, assignments: state.assignments }, say, before);
  if (dialogue.askedBy) await turn.retire(dialogue.askedBy);
  const askedBy = await turn.ask(message);
  await putDialogue(tx, {
    ...{ id: dialogue.id, officerId: officer.id, kind: reportDialogue, state, updatedAt: now },
    askedBy: message.choices ? askedBy : null,
  });
}
