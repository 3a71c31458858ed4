import { encodeTap } from '#domain/callback.ts';
import { receiptCode } from '#domain/receipt-code.ts';
import type { Day } from '#domain/time.ts';
import { shortDay } from '#locales/dates.ts';
import { textIn } from '#locales/text.ts';
import { lockAssignments, markReceived, type Assignment } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { coordinatingOfficers } from '#storage/queries/officers.ts';
import { answerReturn } from '#storage/queries/returns.ts';
import { addSubmission } from '#storage/queries/submissions.ts';
import { isOwed } from '#storage/tables.ts';
import { dutyNamed, titleOf, titlesOf } from '#handlers/duty-words.ts';
import { originalLastDay } from '#handlers/extension/original-day.ts';
import { tellReceivedElsewhere } from '#handlers/received-elsewhere.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

interface Paper {
  id: string;
  documentNumber: string;
  documentDate: Day;
}

/** A report that a paper stands for, and the submission that was made of it. */
interface Filed {
  assignment: Assignment;
  submissionId: string;
}

/** Records a paper for each report that is still owed, tells the sender, and asks the coordinators once to confirm it. */
export async function recordFiling(
  turn: OfficerTurn,
  assignmentIds: string[],
  numbered: Omit<Paper, 'id'>,
): Promise<void> {
  const { tx, say, deps, language } = turn;
  const owed = (await lockAssignments(tx, assignmentIds)).filter(({ state }) => isOwed(state));
  if (owed.length === 0) return turn.reply({ text: say('fill-already-sent') });
  const paper = { ...numbered, id: deps.newId() };
  const lines: string[] = [];
  const toConfirm: Filed[] = [];
  for (const assignment of owed) {
    const { id, code } = await record(turn, assignment, paper);
    const title = titleOf(deps.catalogue, language, assignment);
    lines.push(say('filing-recorded-line', { title, code }));
    if (goesToCoordinator(turn, assignment)) toConfirm.push({ assignment, submissionId: id });
  }
  await askCoordinators(turn, toConfirm, paper);
  await turn.reply({
    text: say('filing-recorded', {
      lines: lines.join('\n'),
      number: paper.documentNumber,
      date: shortDay(paper.documentDate),
      next: [
        say('filing-no-more-reminders'),
        ...(toConfirm.length > 0 ? [say('filing-will-be-confirmed')] : []),
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
  // More time, or a later day for what was asked for again, makes nothing that was late come in time, nor the other way round.
  const onTime = assignment.onTime ?? paper.documentDate <= originalLastDay(deps.catalogue.zone, assignment);
  await addSubmission(tx, {
    ...{ id, assignmentId: assignment.id, officerId: officer.id, receivedAt: now, onTime, receiptCode: code },
    ...{ kind: 'filed', documentNumber: paper.documentNumber, documentDate: paper.documentDate },
    // What nobody here confirms is settled with nothing else.
    ...(goesToCoordinator(turn, assignment) ? { paperId: paper.id } : {}),
  });
  await markReceived(tx, assignment.id, { state: 'filed', at: assignment.receivedAt ?? now, onTime });
  await answerReturn(tx, assignment.id, now);
  await recordAudit(tx, {
    at: now,
    actorId: officer.id,
    action: 'filed',
    subjectId: assignment.id,
    details: { submission: id },
  });
  return { id, code };
}

/** One message to each, whose buttons settle all that the paper stands for. */
async function askCoordinators(turn: OfficerTurn, filed: Filed[], paper: Paper): Promise<void> {
  const [first] = filed;
  if (!first) return;
  const { submissionId } = first;
  const reports = filed.map(({ assignment }) => assignment);
  for (const officerId of await coordinatingOfficers(turn.tx)) {
    await tell(turn, officerId, `filed:${submissionId}:${officerId}`, (language) => {
      const say = textIn(language);
      return {
        kind: 'text',
        text: say('filing-to-coordinator', {
          unit: first.assignment.unitName,
          title: titlesOf(turn.deps.catalogue, language, reports),
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
