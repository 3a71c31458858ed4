import { isOpenChat } from '#storage/queries/chat-reach.ts';
import type { Reader } from '#storage/store.ts';

export interface Colleague {
  id: string;
  name: string;
}

/** Everyone else who holds anything at one of these units, can be reached, and is not away; by name. */
export async function colleaguesAt(
  db: Reader,
  unitIds: string[],
  exceptOfficer: string,
): Promise<Colleague[]> {
  if (unitIds.length === 0) return [];
  return db
    .selectFrom('positions')
    .innerJoin('officers', 'officers.id', 'positions.officerId')
    .innerJoin('identities', 'identities.officerId', 'officers.id')
    .select(['officers.id', 'officers.name'])
    .distinct()
    .where('positions.unitId', 'in', unitIds)
    .where('positions.until', 'is', null)
    .where('positions.leaveId', 'is', null)
    .where('officers.id', '!=', exceptOfficer)
    .where(isOpenChat())
    .where('officers.id', 'not in', (query) =>
      query
        .selectFrom('leaves')
        .select('leaves.officerId')
        .where('leaves.startedAt', 'is not', null)
        .where('leaves.endedAt', 'is', null),
    )
    .orderBy('officers.name')
    .orderBy('officers.id')
    .execute();
}
