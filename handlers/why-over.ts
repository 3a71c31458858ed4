import { unitsReportedFor } from '#domain/access.ts';
import { isAskedFor } from '#domain/catalogue.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { isOwed } from '#storage/tables.ts';
import { isBeingCorrected } from '#handlers/after-sending/may-correct.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Those of the reports that are still asked for, still owed or being corrected, and still this person's to send. */
export function stillTheirs({ officer, deps, today }: OfficerTurn, reports: Assignment[]): Assignment[] {
  const units = new Set(unitsReportedFor(officer));
  return reports.filter(
    (one) =>
      (isOwed(one.state) || isBeingCorrected(one, today, deps.catalogue)) &&
      units.has(one.unitId) &&
      isAskedFor(deps.catalogue, one),
  );
}

/** Why this person can do nothing more about any of these reports. */
export function whyOver({ say, officer }: OfficerTurn, reports: Assignment[]): string {
  if (reports.some(({ correctionReason }) => correctionReason !== null)) return say('correction-too-late');
  if (reports.every(({ state }) => !isOwed(state))) return say('fill-already-sent');
  const units = unitsReportedFor(officer);
  if (units.length === 0) return say('owed-not-reporter');
  return reports.some(({ unitId }) => units.includes(unitId))
    ? say('fill-already-sent')
    : say('fill-not-yours');
}
