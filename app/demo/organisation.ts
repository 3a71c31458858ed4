import { rehearsalBot } from '#bot/rehearsal/channel.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import type { NewId } from '#domain/clock.ts';
import { addContact } from '#storage/queries/contacts.ts';
import { linkChat } from '#storage/queries/identities.ts';
import { addOfficer, addPosition } from '#storage/queries/officers.ts';
import { putSystem } from '#storage/queries/systems.ts';
import { putUnit } from '#storage/queries/units.ts';
import type { Tx } from '#storage/store.ts';
import type { CommandContext } from '#app/commands/command.ts';
import type { DemoUnit, Province } from '#app/demo/province.ts';

/** The demo's units by id, and who files their reports. */
export interface DemoOrganisation {
  unitOf: Map<string, DemoUnit>;
  /** By unit id; units without a reporter are not there. */
  reporterAt: Map<string, string>;
  /** The officer at the coordinating unit, who records what comes on paper. */
  coordinator: string;
}

/** Stores units and officers as if they had been there `since`; every officer has a phone in the rehearsal room. */
export async function storeProvince(
  tx: Tx,
  { catalogue, newId }: CommandContext,
  province: Province,
  since: Instant,
): Promise<DemoOrganisation> {
  const ids = new Map(province.units.map(({ code }) => [code, newId()]));
  const idOf = (code: string) => known(ids.get(code), code);
  for (const { code, name, kind, parent, coordinator } of province.units) {
    const parentId = parent === undefined ? null : idOf(parent);
    const joinedOn = dayOf(since, catalogue.zone);
    await putUnit(tx, { id: idOf(code), code, name, kind, coordinator, parentId, joinedOn });
  }
  const reporterAt = new Map<string, string>();
  let coordinatorId: string | undefined;
  for (const { name, chat, positions } of province.officers) {
    const officerId = newId();
    await addOfficer(tx, { id: officerId, name, language: 'vi', createdAt: since });
    for (const { unit, kind } of positions) {
      await addPosition(tx, { id: newId(), unitId: idOf(unit), officerId, kind, since });
      if (kind === 'reporter' || kind === 'coordinator') reporterAt.set(idOf(unit), officerId);
      if (kind === 'coordinator') coordinatorId = officerId;
    }
    const address = { channel: 'rehearsal', bot: rehearsalBot, chatId: chat } as const;
    await linkChat(tx, { id: newId(), officerId, ...address, linkedAt: since });
  }
  await storeForIncidents(tx, newId, province, idOf);
  return {
    unitOf: new Map(province.units.map((unit) => [idOf(unit.code), unit])),
    reporterAt,
    coordinator: known(coordinatorId, 'coordinator'),
  };
}

/** Whom to ring, and which systems may be hit. */
async function storeForIncidents(
  tx: Tx,
  newId: NewId,
  { contacts, systems }: Province,
  idOf: (code: string) => string,
): Promise<void> {
  for (const [at, { name, phone, public: isPublic }] of contacts.entries()) {
    await addContact(tx, { id: newId(), name, phone, place: at + 1, isPublic });
  }
  for (const { unit, name, level = null } of systems) {
    await putSystem(tx, { id: newId(), unitId: idOf(unit), name, level });
  }
}

function known(id: string | undefined, what: string): string {
  if (id === undefined) throw new Error(`The demo's data does not have "${what}".`);
  return id;
}
