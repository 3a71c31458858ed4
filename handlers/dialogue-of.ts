import { type Catalogue, findForm, isAskedFor } from '#domain/catalogue.ts';
import { dialogueStateSchema } from '#domain/dialogue/state.ts';
import { filingStateSchema } from '#domain/filing.ts';
import { endDialogue, findDialogue, type StoredDialogue } from '#storage/queries/dialogues.ts';
import { filingDialogue } from '#handlers/filing.ts';
import { reportDialogue } from '#handlers/keep-report.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * The conversation that the officer is in, of any kind. One that cannot be read or gone on with, since another version
 * stored it or what it asks is not in the files any more, is ended: otherwise nothing that the person types, not even
 * "hủy", would be understood any more. The answers are in the drafts.
 */
export async function dialogueOf({ tx, officer, deps }: OfficerTurn): Promise<StoredDialogue | undefined> {
  const dialogue = await findDialogue(tx, officer.id);
  if (!dialogue || standsStill(dialogue, deps.catalogue)) return dialogue;
  deps.log.warn(
    { dialogue: dialogue.id, kind: dialogue.kind },
    'a conversation that cannot be gone on with was ended',
  );
  await endDialogue(tx, officer.id);
  return undefined;
}

function standsStill({ kind, state }: StoredDialogue, catalogue: Catalogue): boolean {
  switch (kind) {
    case reportDialogue: {
      const report = dialogueStateSchema.safeParse(state);
      return (
        report.success &&
        report.data.assignments.every(
          (one) =>
            isAskedFor(catalogue, one) && findForm(catalogue, one.formId, one.formVersion) !== undefined,
        )
      );
    }
    case filingDialogue:
      return filingStateSchema.safeParse(state).success;
    default:
      return false;
  }
}
