import { mayConfirmFiling } from '#domain/access.ts';
import { textIn } from '#locales/text.ts';
import { findAssignments, markNotReceived, type Assignment } from '#storage/queries/assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { confirmFiledPapers, lockFiledPapers, type FiledPaper } from '#storage/queries/filed-papers.ts';
import { titlesOf } from '#handlers/duty-words.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A paper that waits for the coordinator's word, with the report that it is. */
interface Waiting {
  paper: FiledPaper;
  assignment: Assignment;
}

/** The coordinator's word on a paper, for all the reports that it stands for: it has come, or it has not and they are owed again. */
export async function settleFiling(
  turn: OfficerTurn,
  submissionId: string,
  received: boolean,
): Promise<void> {
  const { tx, say, officer, now, deps, language } = turn;
  if (!mayConfirmFiling(officer)) return turn.reply({ text: say('filing-not-yours') });
  const waiting = await waitingWith(turn, submissionId);
  const [first] = waiting;
  if (!first) return turn.reply({ text: say('filing-settled-before') });
  for (const { paper, assignment } of waiting) {
    await recordAudit(tx, {
      at: now,
      actorId: officer.id,
      action: received ? 'filing-confirmed' : 'filing-denied',
      subjectId: assignment.id,
      details: { submission: paper.id },
    });
  }
  const reports = waiting.map(({ assignment }) => assignment);
  const title = titlesOf(deps.catalogue, language, reports);
  const figures = { unit: first.assignment.unitName, title, number: first.paper.documentNumber };
  if (received) {
    const ids = waiting.map(({ paper }) => paper.id);
    await confirmFiledPapers(tx, ids, officer.id, now);
    return turn.reply({ text: say('filing-confirmed', figures) });
  }
  for (const { id } of reports) await markNotReceived(tx, id);
  await tell(turn, first.paper.officerId, `filing-denied:${submissionId}`, (theirs) => ({
    kind: 'text',
    text: textIn(theirs)('filing-denied-to-sender', {
      number: first.paper.documentNumber,
      title: titlesOf(deps.catalogue, theirs, reports),
    }),
  }));
  await turn.reply({ text: say('filing-denied', figures) });
}

/** Without what has been settled since, or been sent otherwise; the soonest report first. */
async function waitingWith({ tx }: OfficerTurn, submissionId: string): Promise<Waiting[]> {
  const papers = (await lockFiledPapers(tx, submissionId)).filter(({ confirmedAt }) => !confirmedAt);
  const assignments = await findAssignments(
    tx,
    papers.map(({ assignmentId }) => assignmentId),
  );
  return assignments
    .filter(({ state }) => state === 'filed')
    .flatMap((assignment) => {
      const paper = papers.find(({ assignmentId }) => assignmentId === assignment.id);
      return paper ? [{ paper, assignment }] : [];
    });
}
