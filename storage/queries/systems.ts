import type { Reader, Tx } from '#storage/store.ts';

/** A system that a unit runs. */
export interface UnitSystem {
  id: string;
  unitId: string;
  name: string;
  /** 1 to 5; null where no level has been approved. */
  level: number | null;
}

/** Adds a system, or changes the level of the one that the unit has under this name. */
export async function putSystem(tx: Tx, system: UnitSystem): Promise<'added' | 'changed'> {
  const same = (await systemsOf(tx, [system.unitId])).find(
    ({ name }) => name.toLowerCase() === system.name.toLowerCase(),
  );
  if (!same) {
    await tx.insertInto('systems').values(system).execute();
    return 'added';
  }
  await tx.updateTable('systems').set({ level: system.level }).where('id', '=', same.id).execute();
  return 'changed';
}

/** The systems of these units, those of the highest level first. */
export async function systemsOf(db: Reader, unitIds: string[]): Promise<UnitSystem[]> {
  if (unitIds.length === 0) return [];
  return db
    .selectFrom('systems')
    .select(['id', 'unitId', 'name', 'level'])
    .where('unitId', 'in', unitIds)
    .where('retiredAt', 'is', null)
    .orderBy('level', (order) => order.desc().nullsLast())
    .orderBy('name')
    .execute();
}

/** The systems of all units, or of one, by the unit's code. */
export async function listSystems(
  db: Reader,
  unitId?: string,
): Promise<{ unit: string; name: string; level: number | null }[]> {
  return db
    .selectFrom('systems')
    .innerJoin('units', 'units.id', 'systems.unitId')
    .select(['units.code as unit', 'systems.name', 'systems.level'])
    .where('systems.retiredAt', 'is', null)
    .$if(unitId !== undefined, (query) => query.where('systems.unitId', '=', unitId ?? ''))
    .orderBy('units.code')
    .orderBy('systems.level', (order) => order.desc().nullsLast())
    .orderBy('systems.name')
    .execute();
}
