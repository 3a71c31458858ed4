import type { BotId, ChannelKind } from '#domain/channel.ts';
import type { Instant } from '#domain/time.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** A bot of ours, as people find it. */
export interface KnownBot {
  bot: BotId;
  channel: ChannelKind;
  /** As it is called there: `@nhac_han_bot`. */
  name: string;
  /** Where a chat with it opens: `https://t.me/nhac_han_bot`. */
  link: string;
}

/** Notes a bot that has connected; what it is called may have changed. It is ours, whatever was noted before. */
export async function putBot(tx: Tx, known: KnownBot): Promise<void> {
  const { channel, name, link } = known;
  await tx
    .insertInto('bots')
    .values(known)
    .onConflict((conflict) => conflict.column('bot').doUpdateSet({ channel, name, link, retiredAt: null }))
    .execute();
}

/**
 * Notes which bots the settings name: all others are retired from `now` on, until they are named again, except those whose
 * lease another process holds at `wallNow` (wall time). Returns those that were not retired before.
 */
export async function retireAllBut(
  tx: Tx,
  configured: readonly BotId[],
  { now, wallNow }: { now: Instant; wallNow: Instant },
): Promise<BotId[]> {
  if (configured.length > 0) {
    await tx.updateTable('bots').set({ retiredAt: null }).where('bot', 'in', configured).execute();
  }
  const retired = await tx
    .updateTable('bots')
    .set({ retiredAt: now })
    .where('retiredAt', 'is', null)
    .where('bot', 'not in', (query) =>
      query.selectFrom('leases').select('name').where('expiresAt', '>', wallNow),
    )
    .$if(configured.length > 0, (query) => query.where('bot', 'not in', configured))
    .returning('bot')
    .execute();
  return retired.map(({ bot }) => bot);
}

/** Every bot of ours that has ever connected, Zalo's before Telegram's. */
export async function listBots(db: Reader): Promise<KnownBot[]> {
  return db
    .selectFrom('bots')
    .select(['bot', 'channel', 'name', 'link'])
    .where('retiredAt', 'is', null)
    .orderBy('channel', 'desc')
    .orderBy('bot')
    .execute();
}

/** Bots that were ours. */
export async function retiredBots(db: Reader): Promise<Set<BotId>> {
  const rows = await db.selectFrom('bots').select('bot').where('retiredAt', 'is not', null).execute();
  return new Set(rows.map(({ bot }) => bot));
}
