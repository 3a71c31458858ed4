import type { BotId, OutgoingMessage } from '#domain/channel.ts';
import type { Instant } from '#domain/time.ts';
import type { Reader } from '#storage/store.ts';

/** Since when a question of ours stands in a chat. */
export interface AskedWhen {
  bot: BotId;
  chatId: string;
  standing: /** In line: nobody has seen it. */
    | { kind: 'waiting' }
    /** On its way for the first time since `claimedAt` (wall time). */
    | { kind: 'sending'; claimedAt: Instant }
    /** `shownAt` by the platform's clock, `sentAt` by ours. */
    | { kind: 'shown'; shownAt: Instant | null; sentAt: Instant; text: string }
    /** It may have arrived at some time, or never will. */
    | { kind: 'unknown' };
}

export async function askedWhen(db: Reader, messageId: string): Promise<AskedWhen | undefined> {
  const row = await db
    .selectFrom('messages')
    .select(['bot', 'chatId', 'status', 'attempts', 'uncertain', 'claimedAt', 'sentAt', 'shownAt', 'sent'])
    .where('id', '=', messageId)
    .executeTakeFirst();
  return row && { bot: row.bot, chatId: row.chatId, standing: standingOf(row) };
}

function standingOf(row: {
  status: string;
  attempts: number;
  uncertain: number;
  claimedAt: Date | null;
  sentAt: Date | null;
  shownAt: Date | null;
  sent: unknown;
}): AskedWhen['standing'] {
  const { status, attempts, uncertain, claimedAt, sentAt, shownAt } = row;
  if (uncertain > 0) return { kind: 'unknown' };
  if (status === 'waiting' && attempts === 0) return { kind: 'waiting' };
  if (status === 'sending' && attempts === 1 && claimedAt) return { kind: 'sending', claimedAt };
  const text = (row.sent as Partial<OutgoingMessage> | null)?.text;
  if (status !== 'sent' || !sentAt || text === undefined) return { kind: 'unknown' };
  return { kind: 'shown', shownAt, sentAt, text };
}

/** Is anything being sent to this chat for the first time? */
export async function isOnItsWay(
  db: Reader,
  { bot, chatId }: { bot: BotId; chatId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('messages')
    .select('id')
    .where('bot', '=', bot)
    .where('chatId', '=', chatId)
    .where('status', '=', 'sending')
    .where('attempts', '=', 1)
    .where('kind', '!=', 'retire')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
