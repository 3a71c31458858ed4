import { isHeadOf } from '#domain/access.ts';
import type { ReadySubmission } from '#domain/dialogue/say.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { headsWordOf } from '#storage/queries/head-requests.ts';
import { isOwed } from '#storage/tables.ts';
import { withoutUnchanged } from '#handlers/after-sending/unchanged.ts';
import { askHeads } from '#handlers/head-ask.ts';
import { tellHeadsOfSending } from '#handlers/head-told.ts';
import { submitReports } from '#handlers/submit.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * "Gửi": the reports are stored and receipted, except those of units whose head has to agree first, which wait for that.
 * Whoever is a head of the unit has agreed by sending. A correction is a report like any other; one that changes nothing is none.
 */
export async function handIn(
  turn: OfficerTurn,
  reports: Assignment[],
  submissions: ReadySubmission[],
): Promise<void> {
  const changed = await withoutUnchanged(turn, reports, submissions);
  const words = await headsWordOf(turn.tx, [...new Set(changed.map(({ unitId }) => unitId))]);
  const concerned = changed.filter(
    ({ unitId, state, correctionReason }) =>
      words.has(unitId) && (isOwed(state) || correctionReason !== null) && !isHeadOf(turn.officer, unitId),
  );
  const waiting = new Set(concerned.filter(({ unitId }) => words.get(unitId) === 'agree'));
  const direct = (changed.length > 0 ? changed : reports).filter((report) => !waiting.has(report));
  if (direct.length > 0) {
    const ids = new Set(direct.map(({ id }) => id));
    await submitReports(
      turn,
      direct,
      submissions.filter(({ assignmentId }) => ids.has(assignmentId)),
    );
  }
  if (waiting.size > 0) await askHeads(turn, [...waiting], submissions);
  await tellHeadsOfSending(
    turn,
    concerned.filter((report) => !waiting.has(report)),
  );
}
