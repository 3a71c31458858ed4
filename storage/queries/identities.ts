import type { BotId, ChannelKind } from '#domain/channel.ts';
import type { Officer } from '#domain/organisation.ts';
import type { Instant } from '#domain/time.ts';
import type { Reader, Tx } from '#storage/store.ts';
import { findOfficer } from '#storage/queries/officers.ts';

/**
 * The officer who writes from a chat, locked until the transaction ends: two updates of one person are dealt with
 * one after the other, on whichever process and channel they arrive.
 */
export async function lockOfficerAt(tx: Tx, bot: BotId, chatId: string): Promise<Officer | undefined> {
  const row = await tx
    .selectFrom('identities')
    .innerJoin('officers', 'officers.id', 'identities.officerId')
    .select('officers.id')
    .where('identities.bot', '=', bot)
    .where('identities.chatId', '=', chatId)
    .forUpdate('officers')
    .executeTakeFirst();
  return row && findOfficer(tx, row.id);
}

/** Where an officer can be reached: open chats, the newest first. */
export async function openChatsOf(
  db: Reader,
  officerId: string,
): Promise<{ bot: BotId; chatId: string; channel: ChannelKind }[]> {
  return db
    .selectFrom('identities')
    .select(['bot', 'chatId', 'channel'])
    .where('officerId', '=', officerId)
    .where('blockedAt', 'is', null)
    .orderBy('linkedAt', 'desc')
    .execute();
}

/** For each officer who can be reached, where: the chat that was linked last. */
export async function preferredChats(
  db: Reader,
  officerIds: string[],
): Promise<Map<string, { bot: BotId; chatId: string }>> {
  if (officerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('identities')
    .distinctOn('officerId')
    .select(['officerId', 'bot', 'chatId'])
    .where('officerId', 'in', officerIds)
    .where('blockedAt', 'is', null)
    .orderBy('officerId')
    .orderBy('linkedAt', 'desc')
    .execute();
  return new Map(rows.map(({ officerId, bot, chatId }) => [officerId, { bot, chatId }]));
}

/** Joins a chat to an officer. A chat belongs to one officer: linking it anew moves it. */
export async function linkChat(
  tx: Tx,
  identity: {
    id: string;
    officerId: string;
    channel: ChannelKind;
    bot: BotId;
    chatId: string;
    linkedAt: Instant;
  },
): Promise<void> {
  const { officerId, linkedAt } = identity;
  await tx
    .insertInto('identities')
    .values({ ...identity, blockedAt: null })
    .onConflict((conflict) =>
      conflict.columns(['bot', 'chatId']).doUpdateSet({ officerId, linkedAt, blockedAt: null }),
    )
    .execute();
}

export async function markBlocked(tx: Tx, bot: BotId, chatId: string, at: Instant | null): Promise<void> {
  await tx
    .updateTable('identities')
    .set({ blockedAt: at })
    .where('bot', '=', bot)
    .where('chatId', '=', chatId)
    .execute();
}
