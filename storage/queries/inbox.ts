import type { BotId } from '#domain/channel.ts';
import type { Instant } from '#domain/time.ts';
import type { Store, Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';

interface Update {
  bot: BotId;
  updateId: string;
  chatId: string;
  receivedAt: Instant;
}

/**
 * Notes an update inside the transaction that carries out what it asks. False when it has been dealt with before:
 * then nothing may happen again. Two processes with the same update: the second waits here for the first's commit.
 */
export async function noteUpdate(tx: Tx, update: Update): Promise<boolean> {
  const row = await tx
    .insertInto('inbox')
    .values({ ...update, status: 'done', attempts: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['bot', 'updateId'])
        .doUpdateSet({ status: 'done' })
        .where('inbox.status', '=', 'failing'),
    )
    .returning('updateId')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Counts a failure after the update's own transaction was rolled back. At the `limit`th the update is stored as
 * failed and `tell` runs in the same transaction, so that the person hears of it exactly once.
 */
export async function noteFailure(
  store: Store,
  update: Update,
  limit: number,
  tell: (tx: Tx) => Promise<void>,
): Promise<'failing' | 'failed'> {
  return inTransaction(store, async (tx) => {
    const { attempts } = await tx
      .insertInto('inbox')
      .values({ ...update, status: 'failing', attempts: 1 })
      .onConflict((conflict) =>
        conflict.columns(['bot', 'updateId']).doUpdateSet((column) => ({
          attempts: column('inbox.attempts', '+', 1),
        })),
      )
      .returning('attempts')
      .executeTakeFirstOrThrow();
    if (attempts < limit) return 'failing';
    await tx
      .updateTable('inbox')
      .set({ status: 'failed' })
      .where('bot', '=', update.bot)
      .where('updateId', '=', update.updateId)
      .execute();
    await tell(tx);
    return 'failed';
  });
}
