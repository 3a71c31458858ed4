import type { Period } from '#domain/period.ts';
import type { Instant } from '#domain/time.ts';
import { type Assignment, selectAssignments } from '#storage/queries/assignments.ts';
import type { Reader } from '#storage/store.ts';

/** Which received reports: of these units (all when left out), of a period, or received since an instant. */
export interface ReceivedFilter {
  unitIds?: string[];
  period?: Period;
  since?: Instant;
}

/** Reports that have come in, or had before they were asked for again: those of a period by unit, else the latest first. */
export async function receivedReports(
  db: Reader,
  { unitIds, period, since }: ReceivedFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<Assignment[]> {
  if (unitIds?.length === 0) return [];
  let query = selectAssignments(db).where('assignments.receivedAt', 'is not', null);
  if (unitIds) query = query.where('assignments.unitId', 'in', unitIds);
  if (period !== undefined) query = query.where('assignments.period', '=', period).orderBy('units.code');
  if (since) query = query.where('assignments.receivedAt', '>=', since);
  return query
    .orderBy('assignments.receivedAt', 'desc')
    .orderBy('assignments.windowFrom', 'desc')
    .orderBy('assignments.id')
    .offset(offset)
    .limit(limit)
    .execute();
}
