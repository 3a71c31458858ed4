import { sql } from 'kysely';
import { rehearsalBot } from '#bot/rehearsal/channel.ts';
import type { NewId } from '#domain/clock.ts';
import { type NewMessage, putInLine } from '#storage/queries/messages.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';

/** A message to a chat, in the order given; routine and its own text unless said otherwise. */
export type Line = Partial<NewMessage> & { chatId: string; text?: string };

/** Puts messages in line in one transaction; returns their ids. */
export async function putLines(
  { store, newId, bot = rehearsalBot }: { store: Store; newId: NewId; bot?: string },
  lines: Line[],
): Promise<string[]> {
  const messages = lines.map(({ text = 'Chào anh/chị', ...line }): NewMessage => {
    const content = { kind: 'text', text } as const;
    const createdAt = new Date('2026-12-01T00:00:00Z');
    return { id: newId(), bot, kind: 'notice', priority: 'routine', content, createdAt, ...line };
  });
  await inTransaction(store, (tx) => putInLine(tx, messages));
  return messages.map(({ id }) => id);
}

/** What the table holds of a message that a story asks about. */
export async function rowOf(store: Store, id: string) {
  return store.db
    .selectFrom('messages')
    .select(['status', 'attempts', 'uncertain', 'reason', 'chatId', 'notBefore', 'sentAt', 'sent'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Wakes whoever delivers for the bot, as a commit of new messages does. */
export async function wake(store: Store, bot = rehearsalBot): Promise<void> {
  await sql`select pg_notify('messages', ${bot})`.execute(store.db);
}
