import type { Day, Instant } from '#domain/time.ts';
import type { Reader } from '#storage/store.ts';
import type { AssignmentState } from '#storage/tables.ts';

export interface StatusRow {
  assignmentId: string;
  unitId: string;
  unitCode: string;
  unitName: string;
  directive: string;
  duty: string;
  period: string;
  lastDay: Day;
  dueBefore: Instant;
  state: AssignmentState;
  receivedAt: Instant | null;
  onTime: boolean | null;
}

interface StatusFilter {
  /** Only these units; all when left out. */
  unitIds?: string[];
  periods?: string[];
  duty?: string;
  /** Only deadlines whose last day lies in this range. */
  lastDayFrom?: Day;
  lastDayTo?: Day;
}

/** How the reports of periods stand, by unit, then by deadline, then month before quarter before year. Waived ones are not asked for. */
export async function statusOf(db: Reader, filter: StatusFilter): Promise<StatusRow[]> {
  if (filter.unitIds?.length === 0 || filter.periods?.length === 0) return [];
  let query = db
    .selectFrom('assignments')
    .innerJoin('units', 'units.id', 'assignments.unitId')
    .select(['assignments.id as assignmentId', 'units.id as unitId', 'units.code as unitCode'])
    .select(['units.name as unitName', 'assignments.directiveId as directive', 'assignments.dutyId as duty'])
    .select(['assignments.period', 'assignments.lastDay', 'assignments.dueBefore', 'assignments.state'])
    .select(['assignments.receivedAt', 'assignments.onTime'])
    .where('units.leftOn', 'is', null)
    .where('assignments.state', '!=', 'waived');
  if (filter.unitIds) query = query.where('units.id', 'in', filter.unitIds);
  if (filter.periods) query = query.where('assignments.period', 'in', filter.periods);
  if (filter.duty) query = query.where('assignments.dutyId', '=', filter.duty);
  if (filter.lastDayFrom) query = query.where('assignments.lastDay', '>=', filter.lastDayFrom);
  if (filter.lastDayTo) query = query.where('assignments.lastDay', '<=', filter.lastDayTo);
  return query
    .orderBy('units.code')
    .orderBy('assignments.lastDay')
    .orderBy('assignments.windowFrom', 'desc')
    .orderBy('assignments.directiveId')
    .orderBy('assignments.dutyId')
    .execute();
}
