import type { Channel, OutgoingMessage, SendResult } from '#domain/channel.ts';
import type { Clock } from '#domain/clock.ts';
import type { Log } from '#domain/log.ts';
import { markBlocked } from '#storage/queries/identities.ts';
import { recordEnd, recordRetry, recordSent, redirect } from '#storage/queries/message-outcomes.ts';
import { findSent, type ClaimedMessage } from '#storage/queries/messages.ts';
import type { Store, Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { retryDelayMs, triesBeforeGivingUp } from '#scheduler/retry.ts';

export interface SendDeps {
  store: Store;
  channel: Channel;
  /** The product's clock, for the time of sending that a person may be shown. */
  clock: Clock;
  /** Limits, retries and claims stay on wall time, also in rehearsal. */
  wallClock: Clock;
  compose: Compose;
  log: Log;
}

/** Reads again what a row is about, at the moment of sending. */
export type Compose = (tx: Tx, message: ClaimedMessage) => Promise<Composed>;

export type Composed =
  | { kind: 'message'; message: OutgoingMessage }
  | { kind: 'cancelled'; reason: string }
  /** Its officer is to be reached at another chat now. */
  | { kind: 'elsewhere'; bot: string; chatId: string };

/** Composes a claimed message, sends it and records how that ended. Returns for how long the bot should pause, ms. */
export async function sendMessage(deps: SendDeps, claimed: ClaimedMessage): Promise<number> {
  const { store, channel, clock } = deps;
  if (claimed.content.kind === 'retire') return retire(deps, claimed);

  const composed = await inTransaction(store, async (tx) => {
    const outcome = await deps.compose(tx, claimed);
    if (outcome.kind === 'cancelled')
      await recordEnd(tx, claimed, { status: 'cancelled', reason: outcome.reason });
    if (outcome.kind === 'elsewhere') await redirect(tx, claimed, outcome);
    return outcome;
  });
  if (composed.kind !== 'message') return 0;

  const result = await channel.send(claimed.chatId, composed.message);
  return record(deps, claimed, result, (tx, platformMessageId) =>
    recordSent(tx, claimed.id, { at: clock.now(), platformMessageId, sent: composed.message }),
  );
}

async function retire(deps: SendDeps, claimed: ClaimedMessage): Promise<number> {
  const { store, channel, clock } = deps;
  if (claimed.content.kind !== 'retire') return 0;
  const { chatId } = claimed;
  const shown = await findSent(store.db, claimed.content.messageId);
  if (!shown || !channel.retireChoices) {
    await inTransaction(store, (tx) =>
      recordEnd(tx, claimed, { status: 'cancelled', reason: 'nothing to retire' }),
    );
    return 0;
  }
  const result = await channel.retireChoices(chatId, shown.platformMessageId, shown.text);
  return record(deps, claimed, result, (tx) =>
    recordSent(tx, claimed.id, {
      at: clock.now(),
      // The edited message keeps its id; this row must not be found under it.
      platformMessageId: `edit:${shown.platformMessageId}`,
      sent: { retired: shown.platformMessageId },
    }),
  );
}

async function record(
  deps: SendDeps,
  claimed: ClaimedMessage,
  result: SendResult,
  sent: (tx: Tx, platformMessageId: string) => Promise<void>,
): Promise<number> {
  const { store, clock, wallClock, log } = deps;
  return inTransaction(store, async (tx) => {
    switch (result.kind) {
      case 'sent':
        await sent(tx, result.messageId);
        return 0;
      case 'refused':
        await recordEnd(tx, claimed, { status: 'refused', reason: `${result.reason}: ${result.detail}` });
        if (result.reason === 'blocked') await markBlocked(tx, claimed.bot, claimed.chatId, clock.now());
        return 0;
      case 'retry':
        await again(tx, { afterMs: result.afterMs, reason: result.reason, uncertain: false });
        return result.afterMs;
      case 'unknown':
        await again(tx, { afterMs: retryDelayMs(claimed.attempts), reason: result.detail, uncertain: true });
        return 0;
    }
  });

  async function again(
    tx: Tx,
    retry: { afterMs: number; reason: string; uncertain: boolean },
  ): Promise<void> {
    if (claimed.attempts >= triesBeforeGivingUp) {
      log.error({ message: claimed.id, reason: retry.reason }, 'a message was given up');
      await recordEnd(tx, claimed, { status: 'failed', reason: retry.reason });
      return;
    }
    const notBefore = new Date(wallClock.now().getTime() + retry.afterMs);
    await recordRetry(tx, claimed, { notBefore, reason: retry.reason, uncertain: retry.uncertain });
  }
}
