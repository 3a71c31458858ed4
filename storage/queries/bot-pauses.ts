import { sql } from 'kysely';
import type { BotId } from '#domain/channel.ts';
import type { Instant } from '#domain/time.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** A bot that sends nothing because its platform has said that its messages of the month are used up. */
export interface BotPause {
  bot: BotId;
  since: Instant;
  until: Instant;
  /** When an urgent message that has no other way may see whether it is still so. */
  askAgainAt: Instant;
}

/** Why a message waits that a bot could not send for its quota. */
export const waitsForQuota = 'the quota of the bot is used up';

/** Pauses a bot, or goes on with its pause. */
export async function pauseBot(tx: Tx, pause: BotPause): Promise<BotPause> {
  const running = await findPause(tx, pause.bot, pause.since);
  const now = { ...pause, since: running?.since ?? pause.since };
  await tx
    .insertInto('botPauses')
    .values({ ...now, liftedAt: null })
    .onConflict((conflict) => conflict.column('bot').doUpdateSet({ ...now, liftedAt: null }))
    .execute();
  return now;
}

/** Ends a bot's pause, so that what waited for it may go; false when there was none. */
export async function liftPause(tx: Tx, bot: BotId, at: Instant): Promise<boolean> {
  await tx
    .updateTable('messages')
    .set({ notBefore: null })
    .where('bot', '=', bot)
    .where('status', '=', 'waiting')
    .where('reason', '=', waitsForQuota)
    .execute();
  await sql`select pg_notify('messages', ${bot})`.execute(tx);
  const result = await tx
    .updateTable('botPauses')
    .set({ liftedAt: at })
    .where('bot', '=', bot)
    .where('liftedAt', 'is', null)
    .where('until', '>', at)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The pause of a bot that is on at this moment. */
export async function findPause(db: Reader, bot: BotId, at: Instant): Promise<BotPause | undefined> {
  return (await pausesAt(db, at)).find((pause) => pause.bot === bot);
}

/** All pauses that are on at this moment; there are only a few bots. */
export async function pausesAt(db: Reader, at: Instant): Promise<BotPause[]> {
  return db
    .selectFrom('botPauses')
    .select(['bot', 'since', 'until', 'askAgainAt'])
    .where('liftedAt', 'is', null)
    .where('until', '>', at)
    .orderBy('bot')
    .execute();
}

/** When a bot's last pause was lifted. */
export async function liftedAt(db: Reader, bot: BotId): Promise<Instant | undefined> {
  const row = await db.selectFrom('botPauses').select('liftedAt').where('bot', '=', bot).executeTakeFirst();
  return row?.liftedAt ?? undefined;
}
