import type { OutgoingMessage, SendResult } from '#domain/channel.ts';
import type { Instant } from '#domain/time.ts';
import { markBlocked, openChatsOf } from '#storage/queries/identities.ts';
import { recordEnd, recordRetry, recordSent, redirect } from '#storage/queries/message-outcomes.ts';
import { findSent, followsOfficer, type ClaimedMessage } from '#storage/queries/messages.ts';
import type { Store, Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import type { QuotaDeps } from '#scheduler/quota-deps.ts';
import { countUsed, pauseUntilMonthTurns, waitForQuota } from '#scheduler/quota-used-up.ts';
import { outageDelayMs, retryDelayMs, triesBeforeGivingUp } from '#scheduler/retry.ts';
import { urgentWay } from '#scheduler/urgent-way.ts';

export interface SendDeps extends QuotaDeps {
  store: Store;
  compose: Compose;
}

/** Reads again what a row is about, at the moment of sending. */
type Compose = (tx: Tx, message: ClaimedMessage) => Promise<Composed>;

type Composed =
  | { kind: 'message'; message: OutgoingMessage }
  | { kind: 'cancelled'; reason: string }
  /** Its officer is to be reached at another chat now. */
  | { kind: 'elsewhere'; bot: string; chatId: string };

/** Composes a claimed message, sends it and records how that ended. Returns for how long the bot should pause, ms. */
export async function sendMessage(deps: SendDeps, claimed: ClaimedMessage): Promise<number> {
  const { channel, clock } = deps;
  if (claimed.content.kind === 'retire') return retire(deps, claimed);

  const message = await composeNow(deps, claimed);
  if (!message) return 0;
  const begunAt = clock.now();
  const result = await channel.send(claimed.chatId, message);
  return record(deps, { ...claimed, begunAt }, result, (tx, { messageId, shownAt }) =>
    recordSent(tx, claimed.id, { at: clock.now(), shownAt, platformMessageId: messageId, sent: message }),
  );
}

/** What the message says now; nothing when it is not to be sent from here, which has been recorded then. */
async function composeNow(deps: SendDeps, claimed: ClaimedMessage): Promise<OutgoingMessage | undefined> {
  const { store, log } = deps;
  try {
    return await inTransaction(store, async (tx) => {
      const composed = await deps.compose(tx, claimed);
      switch (composed.kind) {
        case 'message':
          return (await goesFromHere(deps, tx, claimed)) ? composed.message : undefined;
        case 'cancelled':
          await recordEnd(tx, claimed, { status: 'cancelled', reason: composed.reason });
          return undefined;
        case 'elsewhere':
          await redirect(tx, claimed, composed);
          return undefined;
      }
    });
  } catch (error) {
    log.error({ error, message: claimed.id }, 'a message could not be composed');
    const failure = { reason: 'could not be composed', uncertain: false, times: claimed.attempts };
    await inTransaction(store, (tx) => backInLineOrGivenUp(deps, tx, claimed, failure));
    return undefined;
  }
}

async function goesFromHere(deps: SendDeps, tx: Tx, claimed: ClaimedMessage): Promise<boolean> {
  const way = await urgentWay(deps, tx, claimed);
  switch (way.kind) {
    case 'here':
      return true;
    case 'elsewhere':
      await redirect(tx, claimed, way);
      return false;
    case 'later':
      await waitForQuota(deps, tx, claimed, way.afterMs);
      return false;
  }
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
  const begunAt = clock.now();
  const result = await channel.retireChoices(chatId, shown.platformMessageId, shown.text);
  return record(deps, { ...claimed, begunAt }, result, (tx) =>
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
  claimed: ClaimedMessage & { begunAt: Instant },
  result: SendResult,
  sent: (tx: Tx, result: Extract<SendResult, { kind: 'sent' }>) => Promise<void>,
): Promise<number> {
  const { store } = deps;
  return inTransaction(store, async (tx) => {
    await countUsed(deps, tx, claimed, result);
    switch (result.kind) {
      case 'sent':
        await sent(tx, result);
        return 0;
      case 'refused':
        await refused(deps, tx, claimed, result);
        return 0;
      case 'retry': {
        const { afterMs, reason } = result;
        if (result.quotaUsedUp) {
          await pauseUntilMonthTurns(deps, tx, claimed, result);
          return 0;
        }
        const delayMs = outageDelayMs(claimed.attempts, afterMs);
        await backInLine(deps, tx, claimed, { afterMs: delayMs, reason, uncertain: false });
        return afterMs;
      }
      case 'unknown': {
        const failure = { reason: result.detail, uncertain: true, times: claimed.uncertain + 1 };
        await backInLineOrGivenUp(deps, tx, claimed, failure);
        return 0;
      }
    }
  });
}

/** What is the officer's goes at once to another chat that they read; an answer belongs to the chat that it was asked in. */
async function refused(
  { clock }: SendDeps,
  tx: Tx,
  claimed: ClaimedMessage,
  { reason, detail }: Extract<SendResult, { kind: 'refused' }>,
): Promise<void> {
  if (reason === 'blocked') {
    await markBlocked(tx, claimed.bot, claimed.chatId, clock.now());
    const officerId = followsOfficer(claimed) ? claimed.officerId : null;
    const [other] = officerId ? await openChatsOf(tx, officerId) : [];
    if (other) return redirect(tx, claimed, other);
  }
  await recordEnd(tx, claimed, { status: 'refused', reason: `${reason}: ${detail}` });
}

/** `times`: how often the message itself has failed by now. */
async function backInLineOrGivenUp(
  deps: SendDeps,
  tx: Tx,
  claimed: ClaimedMessage,
  { reason, uncertain, times }: { reason: string; uncertain: boolean; times: number },
): Promise<void> {
  if (times < triesBeforeGivingUp) {
    return backInLine(deps, tx, claimed, { afterMs: retryDelayMs(times), reason, uncertain });
  }
  deps.log.error({ message: claimed.id, reason }, 'a message was given up');
  await recordEnd(tx, claimed, { status: 'failed', reason });
}

async function backInLine(
  { wallClock }: SendDeps,
  tx: Tx,
  claimed: ClaimedMessage,
  { afterMs, reason, uncertain }: { afterMs: number; reason: string; uncertain: boolean },
): Promise<void> {
  const notBefore = new Date(wallClock.now().getTime() + afterMs);
  await recordRetry(tx, claimed, { notBefore, reason, uncertain });
}
