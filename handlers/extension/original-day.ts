import { addDays, type Day, dayOf, type ZoneName } from '#domain/time.ts';
import type { Assignment } from '#storage/queries/assignments.ts';

type Dated = Pick<Assignment, 'dueBefore' | 'lastDay' | 'isReturned'>;

/** The last day that the directive gives, whatever was agreed since: by it a report is in time or late. */
export function originalLastDay(zone: ZoneName, { dueBefore }: Pick<Assignment, 'dueBefore'>): Day {
  return addDays(dayOf(dueBefore, zone), -1);
}

/** Was it given more time? A report that was asked for again has a new last day too, and is no extension. */
export function isExtended(zone: ZoneName, report: Dated): boolean {
  return !report.isReturned && report.lastDay > originalLastDay(zone, report);
}
