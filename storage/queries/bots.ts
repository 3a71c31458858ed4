import type { BotId, ChannelKind } from '#domain/channel.ts';
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

/** Notes a bot that has connected; what it is called may have changed. */
export async function putBot(tx: Tx, known: KnownBot): Promise<void> {
  const { channel, name, link } = known;
  await tx
    .insertInto('bots')
    .values(known)
    .onConflict((conflict) => conflict.column('bot').doUpdateSet({ channel, name, link }))
    .execute();
}

/** Every bot that has ever connected, Zalo's before Telegram's. */
export async function listBots(db: Reader): Promise<KnownBot[]> {
  return db
    .selectFrom('bots')
    .select(['bot', 'channel', 'name', 'link'])
    .orderBy('channel', 'desc')
    .orderBy('bot')
    .execute();
}
