import { encodeTap } from '#domain/callback.ts';
import type { Choice } from '#domain/channel.ts';
import type { ReadySubmission } from '#domain/dialogue/say.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { endDialogue } from '#storage/queries/dialogues.ts';
import { dutyNamed } from '#handlers/duty-words.ts';
import { owedByOfficer } from '#handlers/owed-by-officer.ts';
import { tellReceivedElsewhere } from '#handlers/received-elsewhere.ts';
import { receiptWords, storeSubmission } from '#handlers/store-submission.ts';
import { tellOthers } from '#handlers/take-over.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * Stores each of these reports, locked and owed, as its own submission and gives the receipts. What else the conversation
 * asked about has come in another way meanwhile, or is no longer this person's business.
 */
export async function submitReports(
  turn: OfficerTurn,
  reports: Assignment[],
  submissions: ReadySubmission[],
): Promise<void> {
  const { tx, officer } = turn;
  await endDialogue(tx, officer.id);
  const lines: string[] = [];
  for (const submission of submissions) {
    const report = reports.find(({ id }) => id === submission.assignmentId);
    if (report) lines.push(await storeSubmission(turn, report, submission));
  }
  await tellOthers(
    turn,
    reports.map(({ id }) => id),
  );
  await turn.reply({ text: receiptWords(turn, reports, lines), ...(await othersDue(turn, reports)) });
  await tellReceivedElsewhere(turn, reports, 'received-elsewhere');
}

/** What this person owes of the same unit by the same day and has not been asked about: offered, not mixed in. */
async function othersDue(turn: OfficerTurn, sent: Assignment[]): Promise<{ choices?: Choice[][] }> {
  const { say, deps } = turn;
  const next = (await owedByOfficer(turn)).find(
    (one) =>
      dutyNamed(deps.catalogue, one).duty.form &&
      sent.some(({ lastDay, unitId }) => one.lastDay === lastDay && one.unitId === unitId),
  );
  if (!next) return {};
  return {
    choices: [[{ label: say('button-fill-next'), data: encodeTap('fill', next.lastDay, next.unitId) }]],
  };
}
