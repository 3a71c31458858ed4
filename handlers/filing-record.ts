import { mayConfirmFiling } from '#domain/access.ts';
import { encodeTap } from '#domain/callback.ts';
import { receiptCode } from '#domain/receipt-code.ts';
import type { Day } from '#domain/time.ts';
import { shortDay } from '#locales/dates.ts';
import { textIn } from '#locales/text.ts';
import {
  findAssignments,
  lockAssignments,
  markReceived,
  markReturned,
  type Assignment,
} from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { coordinatingOfficers } from '#storage/queries/officers.ts';
import { addSubmission, confirmFiledPaper, lockFiledPaper } from '#storage/queries/submissions.ts';
import { isOwed } from '#storage/tables.ts';
import { dutyNamed, titleOf } from '#handlers/duty-words.ts';
import { tellReceivedElsewhere } from '#handlers/received-elsewhere.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

interface Paper {
  documentNumber: string;
  documentDate: Day;
}

/** Records a paper for each report that is still owed, tells the sender, and asks the coordinators to confirm it. */
export async function recordFiling(turn: OfficerTurn, assignmentIds: string[], paper: Paper): Promise<void> {
  const { tx, say, deps, language } = turn;
  const owed = (await lockAssignments(tx, assignmentIds)).filter(({ state }) => isOwed(state));
  if (owed.length === 0) return turn.reply({ text: say('fill-already-sent') });
  const lines: string[] = [];
  for (const assignment of owed) {
    const { id, code } = await record(turn, assignment, paper);
    const title = titleOf(deps.catalogue, language, assignment);
    lines.push(say('filing-recorded-line', { title, code }));
    if (goesToCoordinator(turn, assignment)) await askCoordinators(turn, assignment, id, paper);
  }
  await turn.reply({
    text: say('filing-recorded', {
      lines: lines.join('\n'),
      number: paper.documentNumber,
      date: shortDay(paper.documentDate),
      next: [
        say('filing-no-more-reminders'),
        ...(owed.some((one) => goesToCoordinator(turn, one)) ? [say('filing-will-be-confirmed')] : []),
        say('filing-without-figures'),
      ].join('\n'),
    }),
  });
  await tellReceivedElsewhere(turn, owed, 'filed-elsewhere');
}

function goesToCoordinator({ deps }: OfficerTurn, assignment: Assignment): boolean {
  return dutyNamed(deps.catalogue, assignment).duty.recipient?.role === 'coordinator';
}

async function record(
  turn: OfficerTurn,
  assignment: Assignment,
  paper: Paper,
): Promise<{ id: string; code: string }> {
  const { tx, now, officer, deps, today } = turn;
  const id = deps.newId();
  const code = receiptCode(id, today);
  const onTime = paper.documentDate <= assignment.lastDay;
  await addSubmission(tx, {
    ...{ id, assignmentId: assignment.id, officerId: officer.id, receivedAt: now, onTime, receiptCode: code },
    ...{ kind: 'filed', ...paper },
  });
  await markReceived(tx, assignment.id, { state: 'filed', at: now, onTime });
  await recordAudit(tx, {
    at: now,
    actorId: officer.id,
    action: 'filed',
    subjectId: assignment.id,
    details: { submission: id },
  });
  return { id, code };
}

async function askCoordinators(
  turn: OfficerTurn,
  assignment: Assignment,
  submissionId: string,
  paper: Paper,
) {
  for (const officerId of await coordinatingOfficers(turn.tx)) {
    await tell(turn, officerId, `filed:${submissionId}:${officerId}`, (language) => {
      const say = textIn(language);
      return {
        kind: 'text',
        text: say('filing-to-coordinator', {
          unit: assignment.unitName,
          title: titleOf(turn.deps.catalogue, language, assignment),
          number: paper.documentNumber,
          date: shortDay(paper.documentDate),
        }),
        choices: [
          [{ label: say('button-paper-received'), data: encodeTap('paper-ok', submissionId) }],
          [{ label: say('button-paper-not-received'), data: encodeTap('paper-no', submissionId) }],
        ],
      };
    });
  }
}

/** The coordinator's word on a paper: it has come, or it has not and is owed again. */
export async function settleFiling(
  turn: OfficerTurn,
  submissionId: string,
  received: boolean,
): Promise<void> {
  const { tx, say, officer, now, deps, language } = turn;
  if (!mayConfirmFiling(officer)) return turn.reply({ text: say('filing-not-yours') });
  const paper = await lockFiledPaper(tx, submissionId);
  const [assignment] = paper ? await findAssignments(tx, [paper.assignmentId]) : [];
  if (!paper || !assignment || assignment.state !== 'filed' || paper.confirmedAt) {
    return turn.reply({ text: say('filing-settled-before') });
  }
  const title = titleOf(deps.catalogue, language, assignment);
  const figures = { unit: assignment.unitName, title, number: paper.documentNumber };
  const action = received ? 'filing-confirmed' : 'filing-denied';
  await recordAudit(tx, {
    at: now,
    actorId: officer.id,
    action,
    subjectId: assignment.id,
    details: { submission: submissionId },
  });
  if (received) {
    await confirmFiledPaper(tx, submissionId, officer.id, now);
    return turn.reply({ text: say('filing-confirmed', figures) });
  }
  await markReturned(tx, assignment.id);
  await tell(turn, paper.officerId, `filing-denied:${submissionId}`, (theirs) => ({
    kind: 'text',
    text: textIn(theirs)('filing-denied-to-sender', {
      number: paper.documentNumber,
      title: titleOf(deps.catalogue, theirs, assignment),
    }),
  }));
  await turn.reply({ text: say('filing-denied', figures) });
}
