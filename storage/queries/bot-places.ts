import type { BotId } from '#domain/channel.ts';
import type { BotPlaces } from '#domain/spread-people.ts';
import type { Instant } from '#domain/time.ts';
import type { Reader } from '#storage/store.ts';

/** How many places of each bot are taken, in the order given; of `without` neither chats nor invites count. */
export async function placesOf(
  db: Reader,
  bots: BotId[],
  { now, without }: { now: Instant; without?: string },
): Promise<BotPlaces[]> {
  if (bots.length === 0) return [];
  const linked = await db
    .selectFrom('identities')
    .select((select) => ['bot' as const, select.fn.countAll<number>().as('count')])
    .where('bot', 'in', bots)
    .$if(without !== undefined, (query) => query.where('officerId', '!=', without ?? ''))
    .groupBy('bot')
    .execute();
  const invited = await db
    .selectFrom('invites')
    .select((select) => ['bot' as const, select.fn.countAll<number>().as('count')])
    .where('bot', 'in', bots)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .$if(without !== undefined, (query) => query.where('officerId', '!=', without ?? ''))
    .groupBy('bot')
    .execute();
  const countOf = (rows: { bot: string | null; count: number }[], bot: BotId) =>
    Number(rows.find((row) => row.bot === bot)?.count ?? 0);
  return bots.map((bot) => ({ bot, linked: countOf(linked, bot), invited: countOf(invited, bot) }));
}
