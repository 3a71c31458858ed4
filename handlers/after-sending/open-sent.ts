import { carriedDraft } from '#domain/dialogue/form-change.ts';
import { type QuestionMeant, startFromSent } from '#domain/dialogue/sent.ts';
import { type Assignment, findAssignments } from '#storage/queries/assignments.ts';
import { findDialogue } from '#storage/queries/dialogues.ts';
import { lastSent } from '#storage/queries/sent-reports.ts';
import { begunReport } from '#handlers/begun-report.ts';
import { formChangeWords } from '#handlers/form-change-words.ts';
import { contextOf, keepAndSay, saveDrafts } from '#handlers/keep-report.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * Opens the conversation over reports that were sent before, locked, with the answers of their drafts: at the summary, or
 * at the question that is meant. `first` is said above it.
 */
export async function openSent(
  turn: OfficerTurn,
  locked: readonly Assignment[],
  first: string[],
  meant?: QuestionMeant,
): Promise<void> {
  const { tx, deps, officer } = turn;
  // Their drafts may have been written in this very turn.
  const rows = await findAssignments(
    tx,
    locked.map(({ id }) => id),
  );
  const reports = rows.flatMap((one) => begunReport(turn, one) ?? []);
  const assignments = reports.map(({ assignment }) => assignment);
  const context = await contextOf(turn, assignments);
  const carried = reports.map((report) => carriedDraft(report, context));
  const drafts = Object.fromEntries(
    assignments.map(({ assignmentId }, index) => [assignmentId, carried[index]?.kept ?? {}]),
  );
  const sent = Object.fromEntries(
    await lastSent(
      tx,
      rows.map(({ id }) => id),
    ),
  );
  const started = startFromSent(assignments, drafts, sent, context, meant);
  await saveDrafts(turn, started.state, rows);
  const news = formChangeWords(
    turn,
    carried.flatMap(({ change }) => change ?? []),
  );
  // It takes the place of the conversation that the person was in, whose buttons go.
  const askedBy = (await findDialogue(tx, officer.id))?.askedBy ?? null;
  await keepAndSay(turn, { id: deps.newId(), askedBy }, started, [...first, ...(news ? [news] : [])]);
}
