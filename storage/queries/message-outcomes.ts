import { sql } from 'kysely';
import type { BotId, OutgoingMessage } from '#domain/channel.ts';
import type { Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { ClaimedMessage } from '#storage/queries/messages.ts';
import type { Tx } from '#storage/store.ts';
import type { MessageStatus } from '#storage/message-tables.ts';

/** The claim under which a message was being sent. */
type Claim = Pick<ClaimedMessage, 'id' | 'attempts'>;

/** It was taken by the platform, whoever has claimed it since: what was sent is frozen beside the time and the platform's id. */
export async function recordSent(
  tx: Tx,
  id: string,
  proof: {
    at: Instant;
    /** By the platform's clock. */
    shownAt?: Instant | undefined;
    platformMessageId: string;
    sent: OutgoingMessage | { retired: string };
  },
): Promise<void> {
  await tx
    .updateTable('messages')
    .set({
      ...free,
      status: 'sent',
      sentAt: proof.at,
      shownAt: proof.shownAt ?? null,
      platformMessageId: proof.platformMessageId,
      sent: json(proof.sent) as never,
      notBefore: null,
    })
    .where('id', '=', id)
    .execute();
}

/** It will not be sent: refused by the platform, cancelled by us, or given up. */
export async function recordEnd(
  tx: Tx,
  claim: Claim,
  end: { status: Extract<MessageStatus, 'refused' | 'cancelled' | 'failed'>; reason: string },
): Promise<void> {
  await underClaim(tx, claim)
    .set({ ...free, status: end.status, reason: end.reason, notBefore: null })
    .execute();
}

/** It goes back in line until `notBefore` (wall time). `uncertain`: it may have arrived all the same. */
export async function recordRetry(
  tx: Tx,
  claim: Claim,
  retry: { notBefore: Instant; reason: string; uncertain: boolean },
): Promise<void> {
  await underClaim(tx, claim)
    .set((column) => ({
      ...free,
      status: 'waiting',
      notBefore: retry.notBefore,
      reason: retry.reason,
      uncertain: retry.uncertain ? column('uncertain', '+', 1) : column.ref('uncertain'),
    }))
    .execute();
}

/** Moves it to the chat where its officer can be reached now; it goes back in line there. */
export async function redirect(tx: Tx, claim: Claim, to: { bot: BotId; chatId: string }): Promise<void> {
  await underClaim(tx, claim)
    .set({ ...free, bot: to.bot, chatId: to.chatId, status: 'waiting', notBefore: null })
    .execute();
  await sql`select pg_notify('messages', ${to.bot})`.execute(tx);
}

/** What waits for a chat that is no longer anybody's does not go out there. Reminders and notices find the officer's other chats by themselves. */
export async function cancelWaitingIn(
  tx: Tx,
  { bot, chatId }: { bot: BotId; chatId: string },
  reason: string,
): Promise<void> {
  await tx
    .updateTable('messages')
    .set({ ...free, status: 'cancelled', reason, notBefore: null })
    .where('bot', '=', bot)
    .where('chatId', '=', chatId)
    .where('status', '=', 'waiting')
    .where('kind', 'not in', ['reminder', 'notice'])
    .execute();
}

const free = { claimedAt: null, claimedBy: null };

/** A process that was held up for longer than its claim must not undo what another has done with the message since. */
function underClaim(tx: Tx, { id, attempts }: Claim) {
  return tx
    .updateTable('messages')
    .where('id', '=', id)
    .where('status', '=', 'sending')
    .where('attempts', '=', attempts);
}
