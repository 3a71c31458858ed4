import type { ReadySubmission } from '#domain/dialogue/say.ts';
import { receiptCode } from '#domain/receipt-code.ts';
import { timeOf } from '#domain/time.ts';
import { longDay } from '#locales/dates.ts';
import { type Assignment, markReceived } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { answerReturn } from '#storage/queries/returns.ts';
import { addSubmission } from '#storage/queries/submissions.ts';
import { titleOf } from '#handlers/duty-words.ts';
import { isExtended } from '#handlers/extension/original-day.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * Stores a report, locked, and owed or being corrected, as the next version of its submissions; returns the line of its receipt.
 * When it was first received, and whether that was in time, stays: a unit that mends its figures must not lose by it.
 */
export async function storeSubmission(
  turn: OfficerTurn,
  assignment: Assignment,
  submission: Omit<ReadySubmission, 'assignmentId'>,
): Promise<string> {
  const { tx, now, today, officer, deps, say, language } = turn;
  const id = deps.newId();
  const code = receiptCode(id, today);
  const onTime = assignment.onTime ?? now < assignment.dueBefore;
  const { correctionReason: reason } = assignment;
  const { formId, formVersion, answers, remarks } = submission;
  const { version } = await addSubmission(tx, {
    ...{ id, assignmentId: assignment.id, officerId: officer.id, receivedAt: now, onTime, receiptCode: code },
    ...{ reason, kind: 'answers', formId, formVersion, answers, remarks },
  });
  await markReceived(tx, assignment.id, { state: 'submitted', at: assignment.receivedAt ?? now, onTime });
  await answerReturn(tx, assignment.id, now);
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'submitted', subjectId: assignment.id },
    details: { submission: id, version, ...takenOver(submission) },
  });
  const title = titleOf(deps.catalogue, language, assignment);
  const late = isExtended(deps.catalogue.zone, assignment) ? 'receipt-extended' : 'receipt-late';
  const standing = onTime ? say('receipt-on-time') : say(late);
  if (version === 1) return say('receipt-line', { title, code, standing });
  return say('receipt-line-version', { title, code, standing, version });
}

/** How many answers were not typed for this report: of the last period, "không phát sinh", and of a narrower window. */
function takenOver({ remarks }: Pick<ReadySubmission, 'remarks'>): Record<string, number> {
  const origins = Object.values(remarks).flatMap(({ from }) => from ?? []);
  return Object.fromEntries(
    [...Map.groupBy(origins, (from) => from)].map(([from, answers]) => [from, answers.length]),
  );
}

/** What is said of reports that have just been stored; `lines`: one for each. */
export function receiptWords(turn: OfficerTurn, reports: readonly Assignment[], lines: string[]): string {
  const { say, now, today, deps, language } = turn;
  const unit = [...new Set(reports.map(({ unitName }) => unitName))].join(', ');
  return say('receipt', {
    unit,
    count: lines.length,
    lines: lines.join('\n'),
    time: timeOf(now, deps.catalogue.zone),
    day: longDay(language, today),
  });
}
