import type { HeldPosition, Officer, PositionKind } from '#domain/organisation.ts';
import type { Instant } from '#domain/time.ts';
import type { Reader, Tx } from '#storage/store.ts';

export async function addOfficer(
  tx: Tx,
  officer: { id: string; name: string; language: 'vi' | 'en'; createdAt: Instant },
): Promise<void> {
  await tx.insertInto('officers').values(officer).execute();
}

/** Gives a position; one that the officer holds already stays as it is. */
export async function addPosition(
  tx: Tx,
  position: { id: string; unitId: string; officerId: string; kind: PositionKind; since: Instant },
): Promise<void> {
  await tx
    .insertInto('positions')
    .values({ ...position, until: null })
    .onConflict((conflict) =>
      conflict.columns(['unitId', 'officerId', 'kind']).where('until', 'is', null).doNothing(),
    )
    .execute();
}

/**
 * Is there such an officer? Locked until the transaction ends, so that nothing they send meanwhile is in the way. Rows that
 * only refer to them need not wait.
 */
export async function lockOfficer(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('officers')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** The officer with what they hold now. */
export async function findOfficer(db: Reader, id: string): Promise<Officer | undefined> {
  const row = await db
    .selectFrom('officers')
    .select(['id', 'name', 'language'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, positions: await positionsOf(db, id) };
}

async function positionsOf(db: Reader, officerId: string): Promise<HeldPosition[]> {
  const rows = await db
    .selectFrom('positions')
    .innerJoin('units', 'units.id', 'positions.unitId')
    .select(['positions.kind as position', 'units.id', 'units.code', 'units.name', 'units.kind'])
    .select('units.coordinator')
    .where('positions.officerId', '=', officerId)
    .where('positions.until', 'is', null)
    .where('units.leftOn', 'is', null)
    .orderBy('units.code')
    .orderBy('positions.kind')
    .execute();
  return rows.map(({ position, ...unit }) => ({ kind: position, unit }));
}

/** Names of those who hold a position at a unit, for "whom do I ask". */
export async function namesAt(db: Reader, unitId: string, kinds: PositionKind[]): Promise<string[]> {
  const rows = await db
    .selectFrom('positions')
    .innerJoin('officers', 'officers.id', 'positions.officerId')
    .select('officers.name')
    .where('positions.unitId', '=', unitId)
    .where('positions.kind', 'in', kinds)
    .where('positions.until', 'is', null)
    .orderBy('officers.name')
    .execute();
  return [...new Set(rows.map((row) => row.name))];
}

/** Everyone who fills in the reports of a unit. */
export async function reportersOf(db: Reader, unitId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('positions')
    .innerJoin('units', 'units.id', 'positions.unitId')
    .select('positions.officerId')
    .distinct()
    .where('positions.unitId', '=', unitId)
    .where('positions.until', 'is', null)
    .where((where) =>
      where.or([
        where('positions.kind', '=', 'reporter'),
        where.and([where('positions.kind', '=', 'coordinator'), where('units.coordinator', '=', true)]),
      ]),
    )
    .orderBy('positions.officerId')
    .execute();
  return rows.map((row) => row.officerId);
}

/** Everyone who may confirm that a paper was received. */
export async function coordinatingOfficers(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('positions')
    .innerJoin('units', 'units.id', 'positions.unitId')
    .select('positions.officerId')
    .distinct()
    .where('positions.kind', '=', 'coordinator')
    .where('positions.until', 'is', null)
    .where('units.coordinator', '=', true)
    .where('units.leftOn', 'is', null)
    .execute();
  return rows.map((row) => row.officerId);
}

/** Everyone who looks after the product itself. */
export async function administrators(db: Reader): Promise<{ id: string; language: 'vi' | 'en' }[]> {
  return db
    .selectFrom('positions')
    .innerJoin('units', 'units.id', 'positions.unitId')
    .innerJoin('officers', 'officers.id', 'positions.officerId')
    .select(['officers.id', 'officers.language'])
    .distinct()
    .where('positions.kind', '=', 'administrator')
    .where('positions.until', 'is', null)
    .where('units.leftOn', 'is', null)
    .orderBy('officers.id')
    .execute();
}
