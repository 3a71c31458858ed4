import { filingStateSchema } from '#domain/filing.ts';
import { endDialogue, findDialogue, type StoredDialogue } from '#storage/queries/dialogues.ts';
import { asideDialogue, isAside } from '#handlers/aside.ts';
import { filingDialogue } from '#handlers/filing.ts';
import { reportDialogue } from '#handlers/keep-report.ts';
import { type CurrentDialogue, renewedReport } from '#handlers/renew-report.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * The conversation that the officer is in, of any kind, under the forms of now. One that cannot be gone on with, since
 * what it asks is not in the files any more or nobody can tell what it was about, is ended: otherwise nothing that the person
 * types, not even "hủy", would be understood any more. The answers are in the drafts.
 */
export async function dialogueOf(turn: OfficerTurn): Promise<CurrentDialogue | undefined> {
  const { tx, officer, deps } = turn;
  const dialogue = await findDialogue(tx, officer.id);
  const current = dialogue && (await currentOf(turn, dialogue));
  if (!dialogue || current) return current;
  deps.log.warn(
    { dialogue: dialogue.id, kind: dialogue.kind },
    'a conversation that cannot be gone on with was ended',
  );
  await endDialogue(tx, officer.id);
  return undefined;
}

async function currentOf(turn: OfficerTurn, dialogue: StoredDialogue): Promise<CurrentDialogue | undefined> {
  switch (dialogue.kind) {
    case reportDialogue:
      return renewedReport(turn, dialogue);
    case filingDialogue:
      return filingStateSchema.safeParse(dialogue.state).success ? dialogue : undefined;
    case asideDialogue:
      return isAside(dialogue) ? dialogue : undefined;
    default:
      return undefined;
  }
}
