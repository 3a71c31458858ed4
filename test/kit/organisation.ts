import type { Catalogue } from '#domain/catalogue.ts';
import type { BotId, ChannelKind } from '#domain/channel.ts';
import type { UnitKind } from '#domain/directives/schema.ts';
import type { NewId } from '#domain/clock.ts';
import type { PositionKind } from '#domain/organisation.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import { trackDirectives } from '#storage/queries/directives.ts';
import { linkChat } from '#storage/queries/identities.ts';
import { addOfficer, addPosition } from '#storage/queries/officers.ts';
import { findUnitByCode, putUnit } from '#storage/queries/units.ts';
import type { Store, Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';

export interface Founding {
  store: Store;
  catalogue: Catalogue;
  newId: NewId;
}

export interface NewUnit {
  code: string;
  name: string;
  kind?: UnitKind;
  coordinator?: boolean;
  /** The code of the unit above it. */
  parent?: string;
}

/** The coordinator and two departments. */
const units: NewUnit[] = [
  { code: 'SKHCN', name: 'Sở Khoa học và Công nghệ', coordinator: true },
  { code: 'STC', name: 'Sở Tài chính' },
  { code: 'SYT', name: 'Sở Y tế' },
];

/** From this instant the directives are tracked and the units are there. */
export async function found(deps: Founding, at: Instant): Promise<void> {
  const day = dayOf(at, deps.catalogue.zone);
  await inTransaction(deps.store, async (tx) => {
    await trackDirectives(tx, [...deps.catalogue.on], day);
    for (const unit of units) await addUnit(deps, tx, unit, at);
  });
}

export async function addUnit(
  { newId, catalogue }: Founding,
  tx: Tx,
  { code, name, kind = 'department', coordinator = false, parent }: NewUnit,
  at: Instant,
): Promise<void> {
  const above = parent && (await findUnitByCode(tx, parent));
  await putUnit(tx, {
    ...{ id: newId(), code, name, kind, coordinator },
    ...{ parentId: above ? above.id : null, joinedOn: dayOf(at, catalogue.zone) },
  });
}

export interface NewOfficer {
  name: string;
  /** What they hold, by the unit's code. */
  positions: [PositionKind, string][];
  chat?: { channel: ChannelKind; bot: BotId; chatId: string };
}

export async function addOfficerWith(
  { store, newId }: Founding,
  { name, positions, chat }: NewOfficer,
  at: Instant,
): Promise<string> {
  const officerId = newId();
  await inTransaction(store, async (tx) => {
    await addOfficer(tx, { id: officerId, name, language: 'vi', createdAt: at });
    for (const [kind, code] of positions) {
      const unit = await findUnitByCode(tx, code);
      if (!unit) throw new Error(`There is no unit ${code} in this story.`);
      await addPosition(tx, { id: newId(), unitId: unit.id, officerId, kind, since: at });
    }
    if (chat) await linkChat(tx, { id: newId(), officerId, ...chat, linkedAt: at });
  });
  return officerId;
}
