import { encodeTap } from '#domain/callback.ts';
import type { Choice } from '#domain/channel.ts';
import type { ReadySubmission } from '#domain/dialogue/say.ts';
import { receiptCode } from '#domain/receipt-code.ts';
import { timeOf } from '#domain/time.ts';
import { longDay } from '#locales/dates.ts';
import { markReceived, type Assignment } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { endDialogue } from '#storage/queries/dialogues.ts';
import { addSubmission } from '#storage/queries/submissions.ts';
import { dutyNamed, titleOf } from '#handlers/duty-words.ts';
import { owedByOfficer } from '#handlers/owed-by-officer.ts';
import { tellReceivedElsewhere } from '#handlers/received-elsewhere.ts';
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
    if (report) lines.push(await store(turn, report, submission));
  }
  await tellOthers(
    turn,
    reports.map(({ id }) => id),
  );
  await turn.reply({ text: receipt(turn, reports, lines), ...(await othersDue(turn, reports)) });
  await tellReceivedElsewhere(turn, reports, 'received-elsewhere');
}

async function store(
  turn: OfficerTurn,
  assignment: Assignment,
  submission: ReadySubmission,
): Promise<string> {
  const { tx, now, today, officer, deps, say, language } = turn;
  const id = deps.newId();
  const code = receiptCode(id, today);
  const onTime = now < assignment.dueBefore;
  const { assignmentId, formId, formVersion, answers, remarks } = submission;
  const { version } = await addSubmission(tx, {
    ...{ id, assignmentId, officerId: officer.id, receivedAt: now, onTime, receiptCode: code },
    ...{ kind: 'answers', formId, formVersion, answers, remarks },
  });
  await markReceived(tx, assignmentId, { state: 'submitted', at: now, onTime });
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'submitted', subjectId: assignmentId },
    details: { submission: id, version },
  });
  const title = titleOf(deps.catalogue, language, assignment);
  return say('receipt-line', {
    title,
    code,
    standing: onTime ? say('receipt-on-time') : say('receipt-late'),
  });
}

function receipt(turn: OfficerTurn, reports: Assignment[], lines: string[]): string {
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
