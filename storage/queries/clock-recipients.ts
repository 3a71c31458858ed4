import type { Incident } from '#domain/incident/incident.ts';
import { isOpenChat } from '#storage/queries/chat-reach.ts';
import type { Chat } from '#storage/queries/identities.ts';
import { alertedOf, concernedOf } from '#storage/queries/incident-people.ts';
import type { Reader } from '#storage/store.ts';

/** Somebody to be reminded of a time limit, in every chat that reaches them; at least one. */
export interface ClockRecipient {
  officerId: string;
  chats: Chat[];
}

/**
 * Who is reminded of an incident's time limits: whoever handles it; as long as nobody does, or they have left or no chat reaches
 * them, those who were alerted; without any of these whoever reported it. With `heads`, the heads of its unit too.
 */
export async function clockRecipients(
  db: Reader,
  incident: Pick<Incident, 'id' | 'handler' | 'reportedBy' | 'unit'>,
  { heads }: { heads: boolean },
): Promise<ClockRecipient[]> {
  const concernedAmong = async (ids: string[]) => reachable(db, await concernedOf(db, incident.unit.id, ids));
  const handler = incident.handler === null ? [] : await concernedAmong([incident.handler]);
  const alerted = handler.length > 0 ? handler : await concernedAmong(await alertedOf(db, incident.id));
  const concerned = alerted.length > 0 ? alerted : await reachable(db, [incident.reportedBy]);
  const above = heads ? await reachable(db, await headsOf(db, incident.unit.id)) : [];
  return [...new Map([...concerned, ...above].map((one) => [one.officerId, one])).values()];
}

async function headsOf(db: Reader, unitId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('positions')
    .select('officerId')
    .distinct()
    .where('unitId', '=', unitId)
    .where('kind', '=', 'head')
    .where('until', 'is', null)
    .execute();
  return rows.map(({ officerId }) => officerId);
}

/** Those of them who hold something still and can be written to. */
async function reachable(db: Reader, officerIds: string[]): Promise<ClockRecipient[]> {
  if (officerIds.length === 0) return [];
  const rows = await db
    .selectFrom('identities')
    .select(['officerId', 'bot', 'chatId'])
    .where('officerId', 'in', officerIds)
    .where('officerId', 'in', (query) =>
      query.selectFrom('positions').select('positions.officerId').where('positions.until', 'is', null),
    )
    .where(isOpenChat())
    .orderBy('officerId')
    .orderBy('linkedAt')
    .orderBy('id')
    .execute();
  return [...Map.groupBy(rows, ({ officerId }) => officerId)].map(([officerId, chats]) => ({
    officerId,
    chats: chats.map(({ bot, chatId }) => ({ bot, chatId })),
  }));
}
