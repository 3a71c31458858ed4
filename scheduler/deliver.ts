import { claimNext, freeExpiredClaims, nextRetryAt, type ClaimedMessage } from '#storage/queries/messages.ts';
import { inTransaction } from '#storage/transaction.ts';
import { allowedNow } from '#scheduler/quota-gate.ts';
import { sendMessage, type SendDeps } from '#scheduler/send-message.ts';
import { createStartGate } from '#scheduler/start-gate.ts';
import { createWakeUp } from '#scheduler/wake-up.ts';

export interface DeliverDeps extends SendDeps {
  /** Names this process in claims. */
  holder: string;
  /** Told each time that nothing can be sent just now and nothing is under way. */
  onIdle?(): void;
}

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

  try {
    while (!signal.aborted) {
      await gate.freeSlot();
      const wallNow = deps.wallClock.now();
      const isAlone = underWay.size === 0;
      forgetIdle(busyUntil, wallNow);
      await freeLostClaims(wallNow);
      const claimed =
        wallNow.getTime() < pausedUntil
          ? undefined
          : await inTransaction(store, async (tx) =>
              claimNext(tx, {
                ...{ bot: channel.bot, holder, wallNow, busyChats: [...busyUntil.keys()] },
                ...(await allowedNow(deps, tx, underWay.size)),
              }),
            );
      if (!claimed) {
        if (isAlone) deps.onIdle?.();
        await wakeUp.sleep(await idleMs());
        continue;
      }
      busyUntil.set(claimed.chatId, Number.POSITIVE_INFINITY);
      const sending = sendOne(claimed).finally(() => underWay.delete(sending));
      underWay.add(sending);
    }
  } finally {
    stopHearing();
    await Promise.all(underWay);
  }

  async function sendOne(claimed: ClaimedMessage): Promise<void> {
    try {
      const pauseMs = await sendMessage(deps, claimed);
      if (pauseMs > 0) pausedUntil = Math.max(pausedUntil, deps.wallClock.now().getTime() + pauseMs);
    } catch (error) {
      // The row stays claimed: when the claim expires it goes back in line, marked.
      deps.log.error({ error, message: claimed.id }, 'a message could not be recorded');
    }
    // Platforms count what a person gets, and when it arrives: an edit is not that, and a send under load may start long
    // after it was claimed, so that the next one would follow it too closely.
    const gapMs = claimed.content.kind === 'retire' ? 0 : channel.limits.chatGapMs;
    busyUntil.set(claimed.chatId, deps.wallClock.now().getTime() + gapMs);
    wakeUp.wake();
  }

  async function freeLostClaims(wallNow: Date): Promise<void> {
    if (wallNow.getTime() < claimsFreedAt + freeClaimsEveryMs) return;
    claimsFreedAt = wallNow.getTime();
    const claimedBefore = new Date(wallNow.getTime() - claimMs);
    await inTransaction(store, (tx) => freeExpiredClaims(tx, { bot: channel.bot, claimedBefore }));
  }

  async function idleMs(): Promise<number> {
    const now = deps.wallClock.now();
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
