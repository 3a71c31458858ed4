import type { Day, Instant } from '#domain/time.ts';
import { isBack, lastDayOf } from '#storage/queries/assignments.ts';
import type { Reader } from '#storage/store.ts';
import { owedStates, type AssignmentState } from '#storage/tables.ts';

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
  /** A coordinator asked for it again, and it has not come since; `lastDay` is then the day that was asked for. */
  isReturned: boolean;
}

interface StatusFilter {
  /** Only these units; all when left out. */
  unitIds?: string[];
  periods?: string[];
  duty?: string;
  /** Only deadlines whose last day is this one or earlier. */
  lastDayTo?: Day;
  /** What has come in only for deadlines from this day on; what is owed in any case. */
  receivedFrom?: Day;
}

/** How the reports of periods stand, by unit, then by deadline, then month before quarter before year. Waived ones are not asked for. */
export async function statusOf(db: Reader, filter: StatusFilter): Promise<StatusRow[]> {
  if (filter.unitIds?.length === 0 || filter.periods?.length === 0) return [];
  let query = db
    .selectFrom('assignments')
    .innerJoin('units', 'units.id', 'assignments.unitId')
    .select(['assignments.id as assignmentId', 'units.id as unitId', 'units.code as unitCode'])
    .select(['units.name as unitName', 'assignments.directiveId as directive', 'assignments.dutyId as duty'])
    .select(['assignments.period', 'assignments.dueBefore', 'assignments.state'])
    .select(['assignments.receivedAt', 'assignments.onTime'])
    .select((select) => [lastDayOf(select).as('lastDay'), isBack(select).as('isReturned')])
    .where('units.leftOn', 'is', null)
    .where('assignments.state', '!=', 'waived');
  if (filter.unitIds) query = query.where('units.id', 'in', filter.unitIds);
  if (filter.periods) query = query.where('assignments.period', 'in', filter.periods);
  if (filter.duty) query = query.where('assignments.dutyId', '=', filter.duty);
  const { lastDayTo, receivedFrom } = filter;
  if (lastDayTo) query = query.where('assignments.lastDay', '<=', lastDayTo);
  if (receivedFrom) {
    query = query.where((where) =>
      where.or([
        where('assignments.state', 'in', owedStates),
        where('assignments.lastDay', '>=', receivedFrom),
      ]),
    );
  }
  return query
    .orderBy('units.code')
    .orderBy((order) => lastDayOf(order))
    .orderBy('assignments.windowFrom', 'desc')
    .orderBy('assignments.directiveId')
    .orderBy('assignments.dutyId')
    .execute();
}

/** The soonest last day in the range (both ends included) of what any of these units owes to these directives. */
export async function nextOwedDay(
  db: Reader,
  { unitIds, directives, from, to }: { unitIds?: string[]; directives: string[]; from: Day; to: Day },
): Promise<Day | undefined> {
  if (directives.length === 0) return undefined;
  let query = db
    .selectFrom('assignments')
    .innerJoin('units', 'units.id', 'assignments.unitId')
    .select((select) => select.fn.min('assignments.lastDay').as('day'))
    .where('units.leftOn', 'is', null)
    .where('assignments.directiveId', 'in', directives)
    .where('assignments.state', 'in', owedStates)
    .where('assignments.lastDay', '>=', from)
    .where('assignments.lastDay', '<=', to);
  if (unitIds) query = query.where('units.id', 'in', unitIds);
  const row = await query.executeTakeFirst();
  return row?.day ?? undefined;
}
