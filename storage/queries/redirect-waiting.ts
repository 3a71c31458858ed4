import { sql } from 'kysely';
import type { BotId } from '#domain/channel.ts';
import type { Chat } from '#storage/queries/identities.ts';
import { followsOfficer } from '#storage/queries/messages.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** What waits at these bots and may go to any chat of its officer. */
export async function waitingForOfficersAt(
  db: Reader,
  bots: BotId[],
): Promise<{ id: string; officerId: string }[]> {
  if (bots.length === 0) return [];
  const rows = await db
    .selectFrom('messages')
    .select(['id', 'officerId', 'kind'])
    .where('bot', 'in', bots)
    .where('status', '=', 'waiting')
    .orderBy('seq')
    .execute();
  return rows.flatMap(({ id, officerId, kind }) =>
    officerId !== null && followsOfficer({ kind }) ? [{ id, officerId }] : [],
  );
}

/** Moves what waits to another chat, where it keeps its turn. */
export async function redirectWaiting(tx: Tx, ids: string[], { bot, chatId }: Chat): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ bot, chatId, notBefore: null })
    .where('id', 'in', ids)
    .where('status', '=', 'waiting')
    .execute();
  await sql`select pg_notify('messages', ${bot})`.execute(tx);
}
