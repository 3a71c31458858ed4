import type { BotId, ChannelKind } from '#domain/channel.ts';
import type { Officer } from '#domain/organisation.ts';
import type { Instant } from '#domain/time.ts';
import type { Reader, Tx } from '#storage/store.ts';
import { type ChatReach, isAtRetiredBot, isOpenChat, reachOf } from '#storage/queries/chat-reach.ts';
import { findOfficer } from '#storage/queries/officers.ts';

/** A place where a person can be written to: a chat with one of our bots. */
export interface Chat {
  bot: BotId;
  chatId: string;
}

/**
 * The officer who writes from a chat, locked until the transaction ends: two updates of one person are dealt with
 * one after the other, on whichever process and channel they arrive. Rows that only refer to the officer, as a message
 * to them, need not wait for it.
 */
export async function lockOfficerAt(tx: Tx, bot: BotId, chatId: string): Promise<Officer | undefined> {
  const row = await tx
    .selectFrom('identities')
    .innerJoin('officers', 'officers.id', 'identities.officerId')
    .select('officers.id')
    .where('identities.bot', '=', bot)
    .where('identities.chatId', '=', chatId)
    .forNoKeyUpdate('officers')
    .executeTakeFirst();
  return row && findOfficer(tx, row.id);
}

/**
 * Where an officer can be reached: open chats, the preferred one first. That is the one they chose; where they chose
 * none, or have closed it, the one that was linked last.
 */
export async function openChatsOf(
  db: Reader,
  officerId: string,
): Promise<(Chat & { channel: ChannelKind })[]> {
  return inOrderOfPreference(db)
    .select(['bot', 'chatId', 'channel'])
    .where('officerId', '=', officerId)
    .where(isOpenChat())
    .execute();
}

/** How somebody is written to: in their language, in `openChatsOf`. */
export interface Reachable {
  language: Officer['language'];
  chats: Chat[];
}

/** The same of many at once; only of those who can be reached. */
export async function reachableOf(db: Reader, officerIds: string[]): Promise<Map<string, Reachable>> {
  const reached = new Map<string, Reachable>();
  for (let start = 0; start < officerIds.length; start += idsPerStatement) {
    const rows = await inOrderOfPreference(db)
      .innerJoin('officers', 'officers.id', 'identities.officerId')
      .select(['officerId', 'bot', 'chatId', 'officers.language'])
      .where('officerId', 'in', officerIds.slice(start, start + idsPerStatement))
      .where(isOpenChat())
      .execute();
    for (const { officerId, language, bot, chatId } of rows) {
      const known = reached.get(officerId);
      if (known) known.chats.push({ bot, chatId });
      else reached.set(officerId, { language, chats: [{ bot, chatId }] });
    }
  }
  return reached;
}

/** PostgreSQL takes 65,535 parameters in one statement. */
const idsPerStatement = 10_000;

/** For each officer who can be reached, where: the first of `openChatsOf`. */
export async function preferredChats(db: Reader, officerIds: string[]): Promise<Map<string, Chat>> {
  if (officerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('identities')
    .distinctOn('officerId')
    .select(['officerId', 'bot', 'chatId'])
    .where('officerId', 'in', officerIds)
    .where(isOpenChat())
    .orderBy('officerId')
    .orderBy('preferredAt', (order) => order.desc().nullsLast())
    .orderBy('linkedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map(({ officerId, bot, chatId }) => [officerId, { bot, chatId }]));
}

/** Whoever has an open chat with one of these bots. */
export async function officersAt(db: Reader, bots: BotId[]): Promise<string[]> {
  if (bots.length === 0) return [];
  const rows = await db
    .selectFrom('identities')
    .select('officerId')
    .distinct()
    .where('bot', 'in', bots)
    .where(isOpenChat())
    .execute();
  return rows.map(({ officerId }) => officerId);
}

/** A chat that is linked to an officer. */
export interface LinkedChat extends Chat {
  id: string;
  channel: ChannelKind;
  linkedAt: Instant;
  reach: ChatReach;
  /** The officer said that reminders go there; else the one linked last has them. */
  chosen: boolean;
}

/** All chats of an officer, also those that cannot be written to, in the order of `openChatsOf`. */
export async function linkedChatsOf(db: Reader, officerId: string): Promise<LinkedChat[]> {
  const rows = await inOrderOfPreference(db)
    .select(['identities.id', 'bot', 'chatId', 'channel', 'linkedAt', 'blockedAt', 'preferredAt'])
    .select(isAtRetiredBot().as('retired'))
    .where('officerId', '=', officerId)
    .execute();
  return rows.map(({ blockedAt, retired, preferredAt, ...chat }) => ({
    ...chat,
    reach: reachOf({ blockedAt, retired }),
    chosen: preferredAt !== null,
  }));
}

function inOrderOfPreference(db: Reader) {
  return db
    .selectFrom('identities')
    .orderBy('preferredAt', (order) => order.desc().nullsLast())
    .orderBy('linkedAt', 'desc')
    .orderBy('identities.id', 'desc');
}

/** Joins a chat to an officer. A chat belongs to one officer: linking it anew moves it. Returns whose it was before. */
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
): Promise<{ before?: string }> {
  const { officerId, linkedAt, bot, chatId } = identity;
  const before = await tx
    .selectFrom('identities')
    .select('officerId')
    .where('bot', '=', bot)
    .where('chatId', '=', chatId)
    .forUpdate()
    .executeTakeFirst();
  const kept = before?.officerId === officerId ? {} : { preferredAt: null };
  await tx
    .insertInto('identities')
    .values({ ...identity, blockedAt: null })
    .onConflict((conflict) =>
      conflict.columns(['bot', 'chatId']).doUpdateSet({ officerId, linkedAt, blockedAt: null, ...kept }),
    )
    .execute();
  return before ? { before: before.officerId } : {};
}

/** From now on reminders go to this chat of the officer. */
export async function preferChat(
  tx: Tx,
  { id, officerId, at }: { id: string; officerId: string; at: Instant },
): Promise<void> {
  const theirs = tx.updateTable('identities').where('officerId', '=', officerId);
  await theirs.set({ preferredAt: null }).execute();
  await theirs.set({ preferredAt: at }).where('id', '=', id).execute();
}

/** The officer is no longer reached in these chats, and whoever writes there is nobody we know. */
export async function unlinkChats(tx: Tx, officerId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.deleteFrom('identities').where('officerId', '=', officerId).where('id', 'in', ids).execute();
}

export async function markBlocked(tx: Tx, bot: BotId, chatId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('identities')
    .set({ blockedAt: at })
    .where('bot', '=', bot)
    .where('chatId', '=', chatId)
    .execute();
}

/** Whoever writes from a chat can be written to there; costs nothing where that was never in doubt. */
export async function markOpen(tx: Tx, bot: BotId, chatId: string): Promise<void> {
  await tx
    .updateTable('identities')
    .set({ blockedAt: null })
    .where('bot', '=', bot)
    .where('chatId', '=', chatId)
    .where('blockedAt', 'is not', null)
    .execute();
}
