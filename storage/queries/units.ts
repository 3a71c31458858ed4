import { sql } from 'kysely';
import type { Unit } from '#domain/organisation.ts';
import type { Day } from '#domain/time.ts';
import type { Reader, Tx } from '#storage/store.ts';

export interface UnitInTree extends Unit {
  parentId: string | null;
  parentCode: string | null;
}

/** All units that have not left, by code. */
export async function listUnits(db: Reader): Promise<UnitInTree[]> {
  return db
    .selectFrom('units')
    .leftJoin('units as parents', 'parents.id', 'units.parentId')
    .select(['units.id', 'units.code', 'units.name', 'units.kind', 'units.coordinator', 'units.parentId'])
    .select('parents.code as parentCode')
    .where('units.leftOn', 'is', null)
    .orderBy('units.code')
    .execute();
}

/** Is there any? A look that costs the same for ten thousand. */
export async function hasUnits(db: Reader): Promise<boolean> {
  return (await db.selectFrom('units').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function findUnitByCode(db: Reader, code: string): Promise<Unit | undefined> {
  return db
    .selectFrom('units')
    .select(['id', 'code', 'name', 'kind', 'coordinator'])
    .where('code', '=', code)
    .where('leftOn', 'is', null)
    .executeTakeFirst();
}

/** Adds a unit, or changes the one that has this code; its first day stays what it was. */
export async function putUnit(
  tx: Tx,
  unit: Unit & { parentId: string | null; joinedOn: Day },
): Promise<'added' | 'changed'> {
  const { name, kind, parentId, coordinator } = unit;
  const row = await tx
    .insertInto('units')
    .values({ ...unit, leftOn: null })
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet({ name, kind, parentId, coordinator, leftOn: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id === unit.id ? 'added' : 'changed';
}

/** Ids of the given units and of everything below them. */
export async function withUnitsBelow(db: Reader, unitIds: string[]): Promise<string[]> {
  const rows = await db
    .withRecursive('below', (query) =>
      query
        .selectFrom('units')
        .select('units.id')
        .where('units.id', 'in', unitIds)
        .union(
          query
            .selectFrom('units as children')
            .innerJoin('below', 'below.id', 'children.parentId')
            .select('children.id'),
        ),
    )
    .selectFrom('below')
    .select('below.id')
    .execute();
  return rows.map((row) => row.id);
}

/** The unit that receives the agencies' reports, as it is called; the first by code where several hold the role. */
export async function coordinatorName(db: Reader): Promise<string | undefined> {
  return (await coordinatingUnit(db))?.name;
}

/** The unit that holds the coordinator role; the first by code where several do. */
export async function coordinatingUnit(db: Reader): Promise<Pick<Unit, 'id' | 'name'> | undefined> {
  return db
    .selectFrom('units')
    .select(['id', 'name'])
    .where('coordinator', '=', true)
    .where('leftOn', 'is', null)
    .orderBy('code')
    .executeTakeFirst();
}

/** Ids of the units above one, the nearest first. */
export async function unitsAbove(db: Reader, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above (id, distance) as (
      select parent_id, 1 from units where id = ${unitId}
      union all
      select units.parent_id, above.distance + 1 from units join above on units.id = above.id)
    select units.id from above join units on units.id = above.id
    where units.left_on is null
    order by above.distance`.execute(db);
  return rows.map(({ id }) => id);
}

/** The unit right above one; none for the top of the tree. */
export async function parentOf(db: Reader, unitId: string): Promise<string | undefined> {
  const row = await db.selectFrom('units').select('parentId').where('id', '=', unitId).executeTakeFirst();
  return row?.parentId ?? undefined;
}
