import { encodeTap } from '#domain/callback.ts';
import { textIn } from '#locales/text.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { dialoguesOfOthersAbout, endDialogue } from '#storage/queries/dialogues.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** The colleague who has begun one of these reports, if any. */
export async function draftedByOther(
  { tx, officer }: OfficerTurn,
  assignments: Assignment[],
): Promise<{ name: string } | undefined> {
  const by = assignments.find(
    (one) => one.state === 'draft' && one.draftBy !== null && one.draftBy !== officer.id,
  )?.draftBy;
  return by ? findOfficer(tx, by) : undefined;
}

/** Asks before taking over; the button means just the reports that were asked for. */
export async function askToTakeOver(turn: OfficerTurn, asked: Assignment[], name: string): Promise<void> {
  const { say } = turn;
  await turn.reply({
    text: say('fill-take-over-ask', { name }),
    choices: [[{ label: say('button-take-over'), data: encodeTap('take-over', ...whichOf(asked)) }]],
  });
}

/** One period of one unit or of several, or all that one unit owes by a day: a button has no room for the reports' ids. */
function whichOf(assignments: Assignment[]): string[] {
  const [first] = assignments;
  if (!first) return [];
  const onePeriod = assignments.every(({ period }) => period === first.period);
  const oneUnit = assignments.every(({ unitId }) => unitId === first.unitId);
  return [onePeriod ? first.period : first.lastDay, oneUnit ? first.unitId : ''];
}

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
