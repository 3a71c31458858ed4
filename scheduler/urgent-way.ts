import { hasQuota } from '#domain/quota.ts';
import { findPause } from '#storage/queries/bot-pauses.ts';
import { type Chat, openChatsOf } from '#storage/queries/identities.ts';
import { chatsToldTheSame, type ClaimedMessage } from '#storage/queries/messages.ts';
import type { Tx } from '#storage/store.ts';
import { isSpent } from '#scheduler/quota-gate.ts';
import type { QuotaDeps } from '#scheduler/quota-deps.ts';

/** By which way an urgent message goes. */
export type UrgentWay =
  | { kind: 'here' }
  | ({ kind: 'elsewhere' } & Chat)
  /** There is no other way, and the bot was asked a short time ago. */
  | { kind: 'later'; afterMs: number };

/**
 * An urgent message of a bot whose quota is used up goes to another open chat of its officer. Where there is none it is
 * tried here all the same: what counts is not documented, so the platform's own answer decides. After a no, it is asked
 * again when the pause says so.
 */
export async function urgentWay(deps: QuotaDeps, tx: Tx, claimed: ClaimedMessage): Promise<UrgentWay> {
  const { channel, clock } = deps;
  if (!claimed.urgent || !hasQuota(channel.kind) || !(await isSpent(deps, tx, channel.bot))) return here;
  const other = await otherChat(deps, tx, claimed);
  if (other) return { kind: 'elsewhere', ...other };
  const pause = await findPause(tx, channel.bot, clock.now());
  const afterMs = pause ? pause.askAgainAt.getTime() - clock.now().getTime() : 0;
  return afterMs > 0 ? { kind: 'later', afterMs } : here;
}

const here: UrgentWay = { kind: 'here' };

/**
 * An open chat of the message's officer with another bot that can still send, and that does not get the same anyway: an alert
 * goes to all their chats.
 */
export async function otherChat(
  deps: QuotaDeps,
  tx: Tx,
  { id, officerId, bot }: ClaimedMessage,
): Promise<Chat | undefined> {
  const chats = officerId === null ? [] : await openChatsOf(tx, officerId);
  const alsoTold = await chatsToldTheSame(tx, id);
  for (const chat of chats) {
    const isTold = alsoTold.some((told) => told.bot === chat.bot && told.chatId === chat.chatId);
    if (chat.bot !== bot && !isTold && !(await isSpent(deps, tx, chat.bot)))
      return { bot: chat.bot, chatId: chat.chatId };
  }
  return undefined;
}
