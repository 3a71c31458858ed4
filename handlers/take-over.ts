import { textIn } from '#locales/text.ts';
import { dialoguesOfOthersAbout, endDialogue } from '#storage/queries/dialogues.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Ends the conversations of colleagues about these reports, and tells them who goes on; their answers stay in the draft. */
export async function tellOthers(turn: OfficerTurn, assignmentIds: string[]): Promise<void> {
  const { tx, officer, deps } = turn;
  for (const { officerId } of await dialoguesOfOthersAbout(tx, assignmentIds, officer.id)) {
    await endDialogue(tx, officerId);
    await tell(turn, officerId, `taken-over:${deps.newId()}`, (language) => ({
      kind: 'text',
      text: textIn(language)('fill-other-drafting', { name: officer.name }),
    }));
  }
}
