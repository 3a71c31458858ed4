import type { Catalogue } from '#domain/catalogue.ts';
import { areFiguresClosed } from '#domain/closing-of-figures.ts';
import type { Day } from '#domain/time.ts';
import type { Assignment } from '#storage/queries/assignments.ts';

/** Was it answered here and received, so that there is something to correct? */
export function wasAnswered({ state }: Pick<Assignment, 'state'>): boolean {
  return state === 'submitted' || state === 'accepted';
}

/** May a report that was received still be corrected by whoever reports for its unit? */
export function mayCorrect(report: Assignment, today: Day, catalogue: Catalogue): boolean {
  const accepted = report.state === 'accepted';
  return wasAnswered(report) && !areFiguresClosed({ ...report, accepted }, today, catalogue);
}

/** Is it being corrected, and may that be sent today? */
export function isBeingCorrected(report: Assignment, today: Day, catalogue: Catalogue): boolean {
  return report.correctionReason !== null && mayCorrect(report, today, catalogue);
}
