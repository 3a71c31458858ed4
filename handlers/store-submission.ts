import type { ReadySubmission } from '#domain/dialogue/say.ts';
import { receiptCode } from '#domain/receipt-code.ts';
import { timeOf } from '#domain/time.ts';
import { longDay } from '#locales/dates.ts';
import { type Assignment, markReceived } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { addSubmission } from '#storage/queries/submissions.ts';
import { titleOf } from '#handlers/duty-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Stores a report, locked and owed, as the next version of its submissions; returns the line of its receipt. */
export async function storeSubmission(
  turn: OfficerTurn,
  assignment: Assignment,
  submission: Omit<ReadySubmission, 'assignmentId'>,
): Promise<string> {
  const { tx, now, today, officer, deps, say, language } = turn;
  const id = deps.newId();
  const code = receiptCode(id, today);
  const onTime = now < assignment.dueBefore;
  const { formId, formVersion, answers, remarks } = submission;
  const { version } = await addSubmission(tx, {
    ...{ id, assignmentId: assignment.id, officerId: officer.id, receivedAt: now, onTime, receiptCode: code },
    ...{ kind: 'answers', formId, formVersion, answers, remarks },
  });
  await markReceived(tx, assignment.id, { state: 'submitted', at: now, onTime });
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'submitted', subjectId: assignment.id },
    details: { submission: id, version },
  });
  const title = titleOf(deps.catalogue, language, assignment);
  return say('receipt-line', {
    title,
    code,
    standing: onTime ? say('receipt-on-time') : say('receipt-late'),
  });
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
