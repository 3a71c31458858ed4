import { encodeTap } from '#domain/callback.ts';
import type { Choice } from '#domain/channel.ts';
import type { ReadySubmission } from '#domain/dialogue/say.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { endDialogue } from '#storage/queries/dialogues.ts';
import { isOwed } from '#storage/tables.ts';
import { correctChoices } from '#handlers/after-sending/lately-sent.ts';
import { tellCoordinators } from '#handlers/after-sending/tell-coordinators.ts';
import { withoutUnchanged } from '#handlers/after-sending/unchanged.ts';
import { dueGroups } from '#handlers/due-groups.ts';
import { dutyNamed } from '#handlers/duty-words.ts';
import { owedByOfficer } from '#handlers/owed-by-officer.ts';
import { tellReceivedElsewhere } from '#handlers/received-elsewhere.ts';
import { receiptWords, storeSubmission } from '#handlers/store-submission.ts';
import { tellOthers } from '#handlers/take-over.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * Stores each of these reports, locked, and owed or being corrected, as its own submission and gives the receipts. What else the
 * conversation asked about has come in another way meanwhile, or is no longer this person's business.
 */
export async function submitReports(
  turn: OfficerTurn,
  reports: Assignment[],
  submissions: ReadySubmission[],
): Promise<void> {
  const { tx, officer } = turn;
  await endDialogue(tx, officer.id);
  await tellOthers(
    turn,
    reports.map(({ id }) => id),
  );
  const changed = await withoutUnchanged(turn, reports, submissions);
  if (changed.length === 0) return turn.reply({ text: turn.say('correction-unchanged') });
  const lines: string[] = [];
  for (const submission of submissions) {
    const report = changed.find(({ id }) => id === submission.assignmentId);
    if (report) lines.push(await storeSubmission(turn, report, submission));
  }
  const choices = [...(await othersDue(turn, changed)), ...correctSent(turn, changed)];
  await turn.reply({
    text: receiptWords(turn, changed, lines),
    ...(choices.length > 0 ? { choices } : {}),
  });
  await tellCoordinators(turn, changed);
  // A correction is of what was received before, and has been told of then.
  const received = changed.filter(({ state }) => isOwed(state));
  await tellReceivedElsewhere(turn, received, 'received-elsewhere');
}

/** "Sửa báo cáo đã gửi", by the day that it was due in the first place. */
function correctSent(turn: OfficerTurn, sent: Assignment[]): Choice[][] {
  const due = dueGroups(sent.filter(({ isReturned }) => !isReturned));
  return correctChoices(turn, due);
}

/** What this person owes of the same unit by the same day and has not been asked about: offered, not mixed in. */
async function othersDue(turn: OfficerTurn, sent: Assignment[]): Promise<Choice[][]> {
  const { say, deps } = turn;
  const next = (await owedByOfficer(turn)).find(
    (one) =>
      dutyNamed(deps.catalogue, one).duty.form &&
      sent.some(({ lastDay, unitId }) => one.lastDay === lastDay && one.unitId === unitId),
  );
  if (!next) return [];
  return [[{ label: say('button-fill-next'), data: encodeTap('fill', next.lastDay, next.unitId) }]];
}
