import type { Channel, OutgoingMessage, SendResult } from '#domain/channel.ts';
import type { Clock } from '#domain/clock.ts';
import type { Log } from '#domain/log.ts';
import {
  claimNext,
  findSent,
  freeExpiredClaims,
  nextRetryAt,
  recordEnd,
  recordRetry,
  recordSent,
  redirect,
  type ClaimedMessage,
} from '#storage/queries/messages.ts';
import { markBlocked } from '#storage/queries/identities.ts';
import type { Store, Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { retryDelayMs, triesBeforeGivingUp } from '#scheduler/retry.ts';
import { createStartGate } from '#scheduler/start-gate.ts';
import { createWakeUp } from '#scheduler/wake-up.ts';

export interface DeliverDeps {
  store: Store;
  channel: Channel;
  /** Names this process in claims. */
  holder: string;
  /** The product's clock, for the time of sending that a person may be shown. */
  clock: Clock;
  /** Limits, retries and claims stay on wall time, also in rehearsal. */
  wallClock: Clock;
  compose: Compose;
  log: Log;
  /** Told each time that nothing can be sent just now and nothing is under way. */
  onIdle?(): void;
}

/** Reads again what a row is about, at the moment of sending. */
export type Compose = (tx: Tx, message: ClaimedMessage) => Promise<Composed>;

export type Composed =
  | { kind: 'message'; message: OutgoingMessage }
  | { kind: 'cancelled'; reason: string }
  /** Its officer is to be reached at another chat now. */
  | { kind: 'elsewhere'; bot: string; chatId: string };

/** How long to sleep at most when nothing is in line: a notice of new messages can be lost, a look cannot. */
const lookAgainMs = 1_000;

const freeClaimsEveryMs = 5_000;

/** How long a send may take before its claim counts as lost, ms. */
const claimMs = 30_000;

/**
 * Sends what is in line for one bot until `signal` aborts; the holder of the bot's lease runs it. One row is
 * claimed whenever a slot of the bot's limit is free, so that what is urgent at that moment goes first; several may
 * be in flight, one for each chat. Resolves when the last send under way has been recorded.
 */
export async function deliver(deps: DeliverDeps, signal: AbortSignal): Promise<void> {
  const { store, channel, holder } = deps;
  const gate = createStartGate(channel.limits.botGapMs);
  const wakeUp = createWakeUp(signal);
  const stopHearing = store.onMessages((bot) => {
    if (bot === channel.bot) wakeUp.wake();
  });
  const busyUntil = new Map<string, number>();
  const underWay = new Set<Promise<void>>();
  let pausedUntil = 0;
  let claimsFreedAt = 0;

  while (!signal.aborted) {
    await gate.freeSlot();
    const wallNow = deps.wallClock.now();
    forgetIdle(busyUntil, wallNow);
    const claimed =
      wallNow.getTime() < pausedUntil
        ? undefined
        : await inTransaction(store, (tx) =>
            claimNext(tx, { bot: channel.bot, holder, wallNow, busyChats: [...busyUntil.keys()] }),
          );
    if (!claimed) {
      if (underWay.size === 0) deps.onIdle?.();
      await wakeUp.sleep(await idleMs());
      continue;
    }
    busyUntil.set(claimed.chatId, Number.POSITIVE_INFINITY);
    const sending = sendOne(claimed).finally(() => underWay.delete(sending));
    underWay.add(sending);
  }
  stopHearing();
  await Promise.all(underWay);

  async function sendOne(claimed: ClaimedMessage): Promise<void> {
    const startedAt = deps.wallClock.now().getTime();
    try {
      const pauseMs = await carryOut(deps, claimed);
      if (pauseMs > 0) pausedUntil = Math.max(pausedUntil, deps.wallClock.now().getTime() + pauseMs);
    } catch (error) {
      // The row stays claimed: when the claim expires it goes back in line, marked.
      deps.log.error({ error, message: claimed.id }, 'a message could not be recorded');
    }
    // Platforms count what a person gets; an edit of an old message is not that.
    const gapMs = claimed.content.kind === 'retire' ? 0 : channel.limits.chatGapMs;
    busyUntil.set(claimed.chatId, startedAt + gapMs);
    wakeUp.wake();
  }

  async function idleMs(): Promise<number> {
    const now = deps.wallClock.now();
    if (now.getTime() >= claimsFreedAt + freeClaimsEveryMs) {
      claimsFreedAt = now.getTime();
      const claimedBefore = new Date(now.getTime() - claimMs);
      await inTransaction(store, (tx) => freeExpiredClaims(tx, { bot: channel.bot, claimedBefore }));
    }
    const retryAt = await nextRetryAt(store.db, channel.bot);
    const moments = [...busyUntil.values(), pausedUntil, retryAt?.getTime() ?? 0];
    const soonest = Math.min(
      ...moments.filter((moment) => moment > now.getTime()),
      now.getTime() + lookAgainMs,
    );
    return soonest - now.getTime();
  }
}

function forgetIdle(busyUntil: Map<string, number>, wallNow: Date): void {
  for (const [chat, until] of busyUntil) if (until <= wallNow.getTime()) busyUntil.delete(chat);
}

/** Composes, sends, records. Returns for how long the bot should pause, ms. */
async function carryOut(deps: DeliverDeps, claimed: ClaimedMessage): Promise<number> {
  const { store, channel, clock } = deps;
  if (claimed.content.kind === 'retire') return retire(deps, claimed);

  const composed = await inTransaction(store, async (tx) => {
    const outcome = await deps.compose(tx, claimed);
    if (outcome.kind === 'cancelled')
      await recordEnd(tx, claimed.id, { status: 'cancelled', reason: outcome.reason });
    if (outcome.kind === 'elsewhere') await redirect(tx, claimed.id, outcome);
    return outcome;
  });
  if (composed.kind !== 'message') return 0;

  const result = await channel.send(claimed.chatId, composed.message);
  return record(deps, claimed, result, (tx, platformMessageId) =>
    recordSent(tx, claimed.id, { at: clock.now(), platformMessageId, sent: composed.message }),
  );
}

async function retire(deps: DeliverDeps, claimed: ClaimedMessage): Promise<number> {
  const { store, channel, clock } = deps;
  if (claimed.content.kind !== 'retire') return 0;
  const { chatId } = claimed;
  const shown = await findSent(store.db, claimed.content.messageId);
  if (!shown || !channel.retireChoices) {
    await inTransaction(store, (tx) =>
      recordEnd(tx, claimed.id, { status: 'cancelled', reason: 'nothing to retire' }),
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
  deps: DeliverDeps,
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
        await recordEnd(tx, claimed.id, { status: 'refused', reason: `${result.reason}: ${result.detail}` });
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
      await recordEnd(tx, claimed.id, { status: 'failed', reason: retry.reason });
      return;
    }
    const notBefore = new Date(wallClock.now().getTime() + retry.afterMs);
    await recordRetry(tx, claimed.id, { notBefore, reason: retry.reason, uncertain: retry.uncertain });
  }
}
