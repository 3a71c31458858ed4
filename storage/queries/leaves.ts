import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { NewId } from '#domain/clock.ts';
import type { Day, Instant } from '#domain/time.ts';
import type { Reader, Tx } from '#storage/store.ts';

export interface Leave {
  id: string;
  officerId: string;
  fromDay: Day;
  untilDay: Day;
  standIn: string | null;
  acceptedAt: Instant | null;
  startedAt: Instant | null;
  endedAt: Instant | null;
}

const columns = [
  ...(['id', 'officerId', 'fromDay', 'untilDay', 'standIn'] as const),
  ...(['acceptedAt', 'startedAt', 'endedAt'] as const),
] as const;

/** A leave that nobody stands in for yet; the officer may have no other that is not over. */
export async function addLeave(
  tx: Tx,
  leave: { id: string; officerId: string; fromDay: Day; untilDay: Day; askedAt: Instant },
): Promise<void> {
  await tx.insertInto('leaves').values(leave).execute();
}

/** A leave, locked until the transaction ends. */
export async function lockLeave(tx: Tx, id: string): Promise<Leave | undefined> {
  return tx.selectFrom('leaves').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The officer's leave that is not over, locked; it may not have begun. */
export async function lockOpenLeaveOf(tx: Tx, officerId: string): Promise<Leave | undefined> {
  return tx
    .selectFrom('leaves')
    .select(columns)
    .where('officerId', '=', officerId)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** Leaves that begin or are over by a day and have not been dealt with. */
export async function leavesToKeep(db: Reader, today: Day): Promise<{ id: string }[]> {
  return db
    .selectFrom('leaves')
    .select('id')
    .where('endedAt', 'is', null)
    .where((where) =>
      where.or([
        where('untilDay', '<', today),
        where.and([where('startedAt', 'is', null), where('fromDay', '<=', today)]),
      ]),
    )
    .orderBy('id')
    .execute();
}

/** Who is asked to stand in; nobody with null. */
export async function offerLeave(tx: Tx, id: string, standIn: string | null): Promise<void> {
  await tx.updateTable('leaves').set({ standIn, acceptedAt: null }).where('id', '=', id).execute();
}

export async function acceptLeave(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.updateTable('leaves').set({ acceptedAt: at }).where('id', '=', id).execute();
}

export async function startLeave(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.updateTable('leaves').set({ startedAt: at }).where('id', '=', id).execute();
}

/**
 * Who stands in holds what the officer holds, as long as the leave lasts: all that they do not hold themselves, and not the
 * care for the product itself.
 */
export async function lendPositions(
  tx: Tx,
  { id, officerId, standIn }: Leave,
  { newId, at }: { newId: NewId; at: Instant },
): Promise<void> {
  if (standIn === null) return;
  const held = await tx
    .selectFrom('positions')
    .select(['unitId', 'kind'])
    .where('officerId', '=', officerId)
    .where('until', 'is', null)
    .where('leaveId', 'is', null)
    .where('kind', '!=', 'administrator')
    .execute();
  if (held.length === 0) return;
  await tx
    .insertInto('positions')
    .values(
      held.map(({ unitId, kind }) => ({
        ...{ id: newId(), unitId, kind, officerId: standIn, since: at, until: null, leaveId: id },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['unitId', 'officerId', 'kind']).where('until', 'is', null).doNothing(),
    )
    .execute();
}

/** It is over, and nobody stands in any more. */
export async function endLeave(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx
    .updateTable('positions')
    .set({ until: at })
    .where('leaveId', '=', id)
    .where('until', 'is', null)
    .execute();
  await tx.updateTable('leaves').set({ endedAt: at }).where('id', '=', id).execute();
}

/** Which of these officers are away now, whether or not anybody stands in. */
export async function awayAmong(db: Reader, officerIds: string[]): Promise<Set<string>> {
  if (officerIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('leaves')
    .select('officerId')
    .where('officerId', 'in', officerIds)
    .where('startedAt', 'is not', null)
    .where('endedAt', 'is', null)
    .execute();
  return new Set(rows.map(({ officerId }) => officerId));
}

/** Whether somebody stands in just now for the officer that a column names: they are reminded in the officer's place. */
export function hasStandIn(officerId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from leaves where leaves.officer_id = ${sql.ref(officerId)}
    and leaves.started_at is not null and leaves.ended_at is null and leaves.accepted_at is not null)`;
}
