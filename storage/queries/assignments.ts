import type { Owners } from '#domain/duty-owner.ts';
import type { Period } from '#domain/period.ts';
import type { Day, Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { Reader, Tx } from '#storage/store.ts';
import { owedStates, type AssignmentState } from '#storage/tables.ts';

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
  receivedAt: Instant | null;
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
    .orderBy('assignments.lastDay')
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

function selectAssignments(db: Reader) {
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
      'assignments.lastDay',
      'assignments.dueBefore',
      'assignments.draftBy',
      'assignments.draft',
      'assignments.draftFormId',
      'assignments.draftFormVersion',
      'assignments.receivedAt',
    ]);
}

/** Keeps what has been answered so far; the draft belongs to the assignment, whoever goes on with it. */
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
    .set({ state: 'draft', draftBy: by, draft: json(answers) as never, draftAt: at })
    .set({ draftFormId: form.id, draftFormVersion: form.version })
    .where('id', '=', id)
    .where('state', 'in', owedStates)
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
    .where('id', '=', id)
    .execute();
}

/** Asks for a report again: it is owed, and reminded of, as before. */
export async function markReturned(tx: Tx, id: string): Promise<void> {
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
