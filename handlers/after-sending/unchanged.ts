import { changedAnswers } from '#domain/changed-answers.ts';
import type { ReadySubmission } from '#domain/dialogue/say.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { setCorrection } from '#storage/queries/corrections.ts';
import { lastSent } from '#storage/queries/sent-reports.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Without the reports whose correction comes to what was sent before: they stay as they are, and their correction is over. */
export async function withoutUnchanged(
  { tx }: OfficerTurn,
  reports: Assignment[],
  submissions: ReadySubmission[],
): Promise<Assignment[]> {
  const corrected = reports.filter(
    ({ state, correctionReason }) => state === 'submitted' && correctionReason,
  );
  if (corrected.length === 0) return reports;
  const sent = await lastSent(
    tx,
    corrected.map(({ id }) => id),
  );
  const unchanged = corrected.filter(({ id }) => {
    const now = submissions.find(({ assignmentId }) => assignmentId === id)?.answers;
    const before = sent.get(id)?.answers;
    return now !== undefined && before !== undefined && changedAnswers(before, now).length === 0;
  });
  const ids = unchanged.map(({ id }) => id);
  if (ids.length > 0) await setCorrection(tx, ids, { correctionReason: null });
  return reports.filter(({ id }) => !ids.includes(id));
}
