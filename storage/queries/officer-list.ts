import type { ChannelKind } from '#domain/channel.ts';
import type { PositionKind } from '#domain/organisation.ts';
import type { Instant } from '#domain/time.ts';
import { type ChatReach, isAtRetiredBot, reachOf } from '#storage/queries/chat-reach.ts';
import type { Reader } from '#storage/store.ts';

/** An officer at one unit; one with positions at several comes once for each, one who holds none has no unit. */
export interface OfficerAtUnit {
  officerId: string;
  name: string;
  unitCode: string | null;
  positions: PositionKind[];
  /** All of their chats, the one that reminders go to first. */
  chats: { channel: ChannelKind; linkedAt: Instant; reach: ChatReach }[];
}

/** Officers by unit and name; only those at this unit, all when left out. */
export async function listOfficers(db: Reader, unitId?: string): Promise<OfficerAtUnit[]> {
  const held = await heldPositions(db, unitId);
  const chats = Map.groupBy(await chatsOfAll(db, unitId), ({ officerId }) => officerId);
  const atUnits = Map.groupBy(held, ({ officerId, unitCode }) => `${officerId} ${unitCode ?? ''}`);
  return [...atUnits.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const { officerId, name, unitCode } = first;
    const positions = rows.flatMap(({ kind }) => kind ?? []);
    const theirs = (chats.get(officerId) ?? []).map(({ officerId: _, ...chat }) => chat);
    return [{ officerId, name, unitCode, positions, chats: theirs }];
  });
}

/** A position that was given up, or at a unit that has left, counts as none. */
async function heldPositions(db: Reader, unitId: string | undefined) {
  let query = db
    .selectFrom('officers')
    .leftJoin(
      (held) =>
        held
          .selectFrom('positions')
          .innerJoin('units', 'units.id', 'positions.unitId')
          .select(['positions.officerId', 'positions.kind', 'units.id as unitId', 'units.code as unitCode'])
          .where('positions.until', 'is', null)
          .where('units.leftOn', 'is', null)
          .as('held'),
      (join) => join.onRef('held.officerId', '=', 'officers.id'),
    )
    .select(['officers.id as officerId', 'officers.name', 'held.unitCode', 'held.kind'])
    .orderBy('held.unitCode', (order) => order.asc().nullsLast())
    .orderBy('officers.name')
    .orderBy('officers.id')
    .orderBy('held.kind');
  if (unitId) query = query.where('held.unitId', '=', unitId);
  return query.execute();
}

async function chatsOfAll(db: Reader, unitId: string | undefined) {
  let query = db
    .selectFrom('identities')
    .select(['officerId', 'channel', 'linkedAt', 'blockedAt'])
    .select(isAtRetiredBot().as('retired'))
    .orderBy(isAtRetiredBot())
    .orderBy('blockedAt', (order) => order.asc().nullsFirst())
    .orderBy('preferredAt', (order) => order.desc().nullsLast())
    .orderBy('linkedAt', 'desc')
    .orderBy('id', 'desc');
  if (unitId) {
    query = query.where('officerId', 'in', (at) =>
      at.selectFrom('positions').select('officerId').where('unitId', '=', unitId).where('until', 'is', null),
    );
  }
  const rows = await query.execute();
  return rows.map(({ blockedAt, retired, ...chat }) => ({ ...chat, reach: reachOf({ blockedAt, retired }) }));
}
