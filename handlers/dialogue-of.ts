import { dialogueStateSchema } from '#domain/dialogue/state.ts';
import { filingStateSchema } from '#domain/filing.ts';
import { endDialogue, findDialogue, type StoredDialogue } from '#storage/queries/dialogues.ts';
import { filingDialogue } from '#handlers/filing.ts';
import { reportDialogue } from '#handlers/keep-report.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * The conversation that the officer is in, of any kind. One that this version cannot read is ended: otherwise nothing
 * that the person types, not even "hủy", would be understood any more. The answers are in the drafts.
 */
export async function dialogueOf({ tx, officer, deps }: OfficerTurn): Promise<StoredDialogue | undefined> {
  const dialogue = await findDialogue(tx, officer.id);
  if (!dialogue || schemas.get(dialogue.kind)?.safeParse(dialogue.state).success) return dialogue;
  deps.log.warn(
    { dialogue: dialogue.id, kind: dialogue.kind },
    'a conversation that cannot be read was ended',
  );
  await endDialogue(tx, officer.id);
  return undefined;
}

const schemas = new Map<string, typeof dialogueStateSchema | typeof filingStateSchema>([
  [reportDialogue, dialogueStateSchema],
  [filingDialogue, filingStateSchema],
]);
