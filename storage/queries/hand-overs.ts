import type { PositionKind } from '#domain/organisation.ts';
import type { Instant } from '#domain/time.ts';
import type { Reader, Tx } from '#storage/store.ts';
import { owedStates } from '#storage/tables.ts';

/** A position that somebody holds now, for themselves. */
export interface HeldPlace {
  id: string;
  kind: PositionKind;
  officerId: string;
  officerName: string;
  unitId: string;
  unitName: string;
}

/** Positions of these kinds at these units, or of one officer; those held for somebody away are left out. */
export async function placesHeld(
  db: Reader,
  by: { officerId?: string; unitIds?: string[]; positionId?: string },
  kinds: PositionKind[] = ['reporter', 'coordinator'],
): Promise<HeldPlace[]> {
  return db
    .selectFrom('positions')
    .innerJoin('units', 'units.id', 'positions.unitId')
    .innerJoin('officers', 'officers.id', 'positions.officerId')
    .select(['positions.id', 'positions.kind', 'positions.officerId', 'officers.name as officerName'])
    .select(['units.id as unitId', 'units.name as unitName'])
    .where('positions.until', 'is', null)
    .where('positions.leaveId', 'is', null)
    .where('units.leftOn', 'is', null)
    .where('positions.kind', 'in', kinds)
    .$if(by.officerId !== undefined, (query) => query.where('positions.officerId', '=', by.officerId ?? ''))
    .$if(by.unitIds !== undefined, (query) => query.where('positions.unitId', 'in', by.unitIds ?? []))
    .$if(by.positionId !== undefined, (query) => query.where('positions.id', '=', by.positionId ?? ''))
    .orderBy('units.code')
    .orderBy('officers.name')
    .orderBy('positions.id')
    .execute();
}

export interface HandOver {
  id: string;
  positionId: string;
  askedBy: string;
  toOfficer: string | null;
  outcome: string | null;
}

export async function addHandOver(
  tx: Tx,
  handOver: { id: string; positionId: string; askedBy: string; askedAt: Instant },
): Promise<void> {
  await tx.insertInto('handOvers').values(handOver).execute();
}

/** A hand-over, locked until the transaction ends; also one that is settled. */
export async function lockHandOver(tx: Tx, id: string): Promise<HandOver | undefined> {
  return tx
    .selectFrom('handOvers')
    .select(['id', 'positionId', 'askedBy', 'toOfficer', 'outcome'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function offerHandOver(tx: Tx, id: string, toOfficer: string): Promise<void> {
  await tx.updateTable('handOvers').set({ toOfficer }).where('id', '=', id).execute();
}

export async function settleHandOver(
  tx: Tx,
  id: string,
  settled: { outcome: 'done' | 'refused' | 'overtaken'; settledAt: Instant },
): Promise<void> {
  await tx.updateTable('handOvers').set(settled).where('id', '=', id).execute();
}

/** The position is another officer's from now on, and the drafts that go with it; who held it does no more. */
export async function movePosition(
  tx: Tx,
  { id, unitId, officerId, kind }: HeldPlace,
  to: { id: string; officerId: string; at: Instant },
): Promise<void> {
  await tx.updateTable('positions').set({ until: to.at }).where('id', '=', id).execute();
  // What they held for somebody away they hold for themselves now.
  await tx
    .updateTable('positions')
    .set({ until: to.at })
    .where('unitId', '=', unitId)
    .where('officerId', '=', to.officerId)
    .where('kind', '=', kind)
    .where('until', 'is', null)
    .where('leaveId', 'is not', null)
    .execute();
  await tx
    .insertInto('positions')
    .values({ id: to.id, unitId, officerId: to.officerId, kind, since: to.at, until: null })
    .onConflict((conflict) =>
      conflict.columns(['unitId', 'officerId', 'kind']).where('until', 'is', null).doNothing(),
    )
    .execute();
  await tx
    .updateTable('assignments')
    .set({ draftBy: to.officerId })
    .where('unitId', '=', unitId)
    .where('draftBy', '=', officerId)
    .where('state', 'in', owedStates)
    .execute();
}
