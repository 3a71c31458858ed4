import { sql } from 'kysely';
import type { Instant } from '#domain/time.ts';
import type { Chat } from '#storage/queries/identities.ts';
import type { Tx } from '#storage/store.ts';

/** The wrong codes that a chat has sent since `since`; locks the chat until the transaction ends, so that two guesses at once are two. */
export async function lockTries(
  tx: Tx,
  { bot, chatId }: Chat,
  { now, since }: { now: Instant; since: Instant },
): Promise<{ wrongCodes: number }> {
  return tx
    .insertInto('strangers')
    .values({ bot, chatId, wrongCodes: 0, countedSince: now })
    .onConflict((conflict) =>
      conflict.columns(['bot', 'chatId']).doUpdateSet({
        wrongCodes: sql`case when strangers.counted_since < ${since} then 0 else strangers.wrong_codes end`,
        countedSince: sql`case when strangers.counted_since < ${since} then ${now} else strangers.counted_since end`,
      }),
    )
    .returning('wrongCodes')
    .executeTakeFirstOrThrow();
}

export async function countWrongCode(tx: Tx, { bot, chatId }: Chat): Promise<void> {
  await tx
    .updateTable('strangers')
    .set((column) => ({ wrongCodes: column('wrongCodes', '+', 1) }))
    .where('bot', '=', bot)
    .where('chatId', '=', chatId)
    .execute();
}

/** Counts one more message of a stranger that asks for an answer; returns how many there are since `since`, with this one. */
export async function countAsked(
  tx: Tx,
  { bot, chatId }: Chat,
  { now, since }: { now: Instant; since: Instant },
): Promise<number> {
  const { asked } = await tx
    .insertInto('strangers')
    .values({ bot, chatId, wrongCodes: 0, countedSince: now, asked: 1, askedSince: now })
    .onConflict((conflict) =>
      conflict.columns(['bot', 'chatId']).doUpdateSet({
        asked: sql`case when strangers.asked_since >= ${since} then strangers.asked + 1 else 1 end`,
        askedSince: sql`case when strangers.asked_since >= ${since} then strangers.asked_since else ${now} end`,
      }),
    )
    .returning('asked')
    .executeTakeFirstOrThrow();
  return asked;
}

/** Whoever has shown a right code is no stranger: what they asked before that does not count. */
export async function forgetAsked(tx: Tx, { bot, chatId }: Chat): Promise<void> {
  await tx
    .updateTable('strangers')
    .set({ asked: 0, askedSince: null })
    .where('bot', '=', bot)
    .where('chatId', '=', chatId)
    .execute();
}
