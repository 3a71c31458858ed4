import type { ExpressionBuilder } from 'kysely';
import type { Owners } from '#domain/duty-owner.ts';
import type { Period } from '#domain/period.ts';
import type { Day, Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { Reader, Tx } from '#storage/store.ts';
import { owedStates, type AssignmentState, type Tables } from '#storage/tables.ts';

/** A duty of a period, as a deadline gives it. */
export interface DutyPeriod {
  directive: string;
  duty: string;
  period: Period;
  windowFrom: Day;
  windowTo: Day;
  lastDay: Day;
  dueBefore: Instant;
}

export interface Assignment extends DutyPeriod {
  id: string;
  unitId: string;
  unitName: string;
  state: AssignmentState;
  /** Whose draft it is, where one was begun. */
  draftBy: string | null;
  draft: unknown;
  /** The form that the draft answers, where that is known. */
  draftFormId: string | null;
  draftFormVersion: number | null;
  /** When it was first received, and whether that was in time: what comes after it changes neither. */
  receivedAt: Instant | null;
  onTime: boolean | null;
  /** A coordinator asked for it again, and it has not come since; `lastDay` is then the day that was asked for. */
  isReturned: boolean;
  /** It was received, and is being corrected: why. The draft is that of the correction. */
  correctionReason: string | null;
  /** Until then its figures may be corrected though they were closed. */
  reopenedUntil: Day | null;
  /** Filled in, and not sent before the unit's head agrees. */
  awaitsHead: boolean;
}

/** Units that owe a duty of a period and have no assignment of it yet; those that joined after its last day never get one. */
export async function unitsWithout(db: Reader, due: DutyPeriod, owners: Owners[]): Promise<string[]> {
  if (owners.length === 0) return [];
  const rows = await db
    .selectFrom('units')
    .select('units.id')
    .where('units.leftOn', 'is', null)
    .where('units.joinedOn', '<=', due.lastDay)
    .where((where) =>
      where.or(
        owners.map(({ coordinator, kinds }) =>
          where.and([
            where('units.coordinator', '=', coordinator),
            ...(kinds === 'any' ? [] : [where('units.kind', 'in', [...kinds])]),
          ]),
        ),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('assignments')
            .select('assignments.id')
            .whereRef('assignments.unitId', '=', 'units.id')
            .where('assignments.directiveId', '=', due.directive)
            .where('assignments.dutyId', '=', due.duty)
            .where('assignments.period', '=', due.period),
        ),
      ),
    )
    .orderBy('units.code')
    .execute();
  return rows.map((row) => row.id);
}

export async function openAssignments(
  tx: Tx,
  due: DutyPeriod,
  units: { assignmentId: string; unitId: string }[],
  openedAt: Instant,
): Promise<void> {
  const { directive, duty, ...dates } = due;
  await tx
    .insertInto('assignments')
    .values(
      units.map(({ assignmentId, unitId }) => ({
        id: assignmentId,
        unitId,
        directiveId: directive,
        dutyId: duty,
        ...datesOf(dates),
        state: 'open' as const,
        openedAt,
        draftBy: null,
        draft: null,
        draftAt: null,
        receivedAt: null,
        onTime: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['directiveId', 'dutyId', 'period', 'unitId']).doNothing())
    .execute();
}

/** A calendar that was changed late moves the dates that rest on it, for what is still owed. */
export async function alignDates(tx: Tx, due: DutyPeriod): Promise<void> {
  await tx
    .updateTable('assignments')
    .set(datesOf(due))
    .where('directiveId', '=', due.directive)
    .where('dutyId', '=', due.duty)
    .where('period', '=', due.period)
    .where('state', 'in', owedStates)
    .where((where) => where.or([where('lastDay', '!=', due.lastDay), where('windowTo', '!=', due.windowTo)]))
    .execute();
}

function datesOf({
  period,
  windowFrom,
  windowTo,
  lastDay,
  dueBefore,
}: Omit<DutyPeriod, 'directive' | 'duty'>) {
  return { period, windowFrom, windowTo, lastDay, dueBefore };
}

/** What the given units still owe, the soonest first; of one unit and day as people say it: month, quarter, year. */
export async function owedBy(db: Reader, unitIds: string[]): Promise<Assignment[]> {
  if (unitIds.length === 0) return [];
  return selectAssignments(db)
    .where('assignments.unitId', 'in', unitIds)
    .where('assignments.state', 'in', owedStates)
    .orderBy((order) => lastDayOf(order))
    .orderBy('units.code')
    .orderBy('assignments.windowFrom', 'desc')
    .orderBy('assignments.id')
    .execute();
}

export async function findAssignments(db: Reader, ids: string[]): Promise<Assignment[]> {
  if (ids.length === 0) return [];
  return selectAssignments(db)
    .where('assignments.id', 'in', ids)
    .orderBy('assignments.lastDay')
    .orderBy('assignments.windowFrom', 'desc')
    .orderBy('assignments.id')
    .execute();
}

/** The same, locked until the transaction ends: nobody else can send or take them over meanwhile. */
export async function lockAssignments(tx: Tx, ids: string[]): Promise<Assignment[]> {
  if (ids.length === 0) return [];
  return selectAssignments(tx)
    .where('assignments.id', 'in', ids)
    .orderBy('assignments.lastDay')
    .orderBy('assignments.windowFrom', 'desc')
    .orderBy('assignments.id')
    .forUpdate('assignments')
    .execute();
}

export function selectAssignments(db: Reader) {
  return db
    .selectFrom('assignments')
    .innerJoin('units', 'units.id', 'assignments.unitId')
    .select([
      'assignments.id',
      'assignments.directiveId as directive',
      'assignments.dutyId as duty',
      'assignments.period',
      'assignments.unitId',
      'units.name as unitName',
      'assignments.state',
      'assignments.windowFrom',
      'assignments.windowTo',
      'assignments.dueBefore',
      'assignments.draftBy',
      'assignments.draft',
      'assignments.draftFormId',
      'assignments.draftFormVersion',
      'assignments.receivedAt',
      'assignments.onTime',
      'assignments.correctionReason',
      'assignments.reopenedUntil',
    ])
    .select((select) => [lastDayOf(select).as('lastDay'), isBack(select).as('isReturned')])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('reportsAwaitingHead')
            .select('reportsAwaitingHead.assignmentId')
            .whereRef('reportsAwaitingHead.assignmentId', '=', 'assignments.id'),
        )
        .$castTo<boolean>()
        .as('awaitsHead'),
    );
}

/** The day by which it is asked for now. */
export function lastDayOf(expression: ExpressionBuilder<Tables, 'assignments'>) {
  return expression.fn.coalesce('assignments.newLastDay', 'assignments.lastDay');
}

/** Whether a coordinator asked for it again and it has not come since. */
export function isBack(expression: ExpressionBuilder<Tables, 'assignments'>) {
  return expression
    .exists(
      expression
        .selectFrom('reportReturns')
        .select('reportReturns.id')
        .whereRef('reportReturns.assignmentId', '=', 'assignments.id')
        .where('reportReturns.answeredAt', 'is', null),
    )
    .$castTo<boolean>();
}

/**
 * Keeps what has been answered so far; the draft belongs to the assignment, whoever goes on with it. A report that has been
 * received stays so while it is being corrected.
 */
export async function saveDraft(
  tx: Tx,
  id: string,
  {
    by,
    answers,
    form,
    at,
  }: { by: string; answers: object; form: { id: string; version: number }; at: Instant },
): Promise<void> {
  await tx
    .updateTable('assignments')
    .set({ draftBy: by, draft: json(answers) as never, draftAt: at })
    .set({ draftFormId: form.id, draftFormVersion: form.version })
    .set((value) => ({
      state: value
        .case()
        .when('state', 'in', owedStates)
        .then('draft' as const)
        .else(value.ref('state'))
        .end(),
    }))
    .where('id', '=', id)
    .where((where) => where.or([where('state', 'in', owedStates), where('correctionReason', 'is not', null)]))
    .execute();
}

export async function markReceived(
  tx: Tx,
  id: string,
  received: { state: 'submitted' | 'filed'; at: Instant; onTime: boolean },
): Promise<void> {
  await tx
    .updateTable('assignments')
    .set({ state: received.state, receivedAt: received.at, onTime: received.onTime })
    // Whatever comes after it begins from the directive's own day again.
    .set({ newLastDay: null, cadenceSince: null, correctionReason: null })
    .where('id', '=', id)
    .execute();
}

/** What was recorded as received has not come: it is owed, and reminded of, as before. */
export async function markNotReceived(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('assignments')
    .set({ state: 'returned', receivedAt: null, onTime: null })
    .where('id', '=', id)
    .execute();
}

/** The next instant at which reports that are still owed become overdue, and how many they are. */
export async function nextOwedDeadline(
  db: Reader,
  after: Instant,
): Promise<{ at: Instant; count: number } | undefined> {
  const row = await db
    .selectFrom('assignments')
    .select((select) => ['dueBefore as at', select.fn.countAll<number>().as('count')])
    .where('state', 'in', owedStates)
    .where('dueBefore', '>', after)
    .groupBy('dueBefore')
    .orderBy('dueBefore')
    .executeTakeFirst();
  return row && { at: row.at, count: Number(row.count) };
}
