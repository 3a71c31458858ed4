import type { Instant } from '#domain/time.ts';
import { readSetting, writeSetting } from '#storage/queries/settings.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** What only the papers about an incident ask of the tables. */

/** Who has been told of an incident, as it was recorded when a time limit was met; the first one first. */
export async function toldOf(
  db: Reader,
  incidentId: string,
): Promise<{ whom: string; how: string; at: Instant; by: string }[]> {
  const rows = await db
    .selectFrom('incidentClocks')
    .innerJoin('officers', 'officers.id', 'incidentClocks.metBy')
    .select(['incidentClocks.told', 'incidentClocks.how', 'incidentClocks.metAt', 'officers.name as by'])
    .where('incidentId', '=', incidentId)
    .where('metAt', 'is not', null)
    .orderBy('metAt')
    .execute();
  return rows.flatMap(({ told, how, metAt, by }) =>
    told && metAt ? [{ whom: told, how: how ?? '', at: metAt, by }] : [],
  );
}

/** What a unit and the unit above it are called. */
export async function unitWithSuperior(
  db: Reader,
  unitId: string,
): Promise<{ name: string; superior: string | null } | undefined> {
  return db
    .selectFrom('units')
    .leftJoin('units as parents', 'parents.id', 'units.parentId')
    .select(['units.name', 'parents.name as superior'])
    .where('units.id', '=', unitId)
    .executeTakeFirst();
}

/** By cell: what is the same in every paper of a unit, entered once; `by` is an officer's id. */
export type UnitPapers = Record<string, { text: string; by: string; at: Instant }>;

export async function unitPapersOf(db: Reader, unitId: string): Promise<UnitPapers> {
  return Object.fromEntries(
    Object.entries(await storedFor(db, unitId)).map(([cell, entry]) => [
      cell,
      { ...entry, at: new Date(entry.at) },
    ]),
  );
}

export async function rememberForUnit(
  tx: Tx,
  unitId: string,
  { cell, text, by, at }: { cell: string; text: string; by: string; at: Instant },
): Promise<void> {
  const stored = await storedFor(tx, unitId);
  await writeSetting(tx, keyOf(unitId), { ...stored, [cell]: { text, by, at: at.toISOString() } });
}

type Stored = Record<string, { text: string; by: string; at: string }>;

async function storedFor(db: Reader, unitId: string): Promise<Stored> {
  return ((await readSetting(db, keyOf(unitId))) as Stored | undefined) ?? {};
}

function keyOf(unitId: string): string {
  return `unit-papers:${unitId}`;
}
