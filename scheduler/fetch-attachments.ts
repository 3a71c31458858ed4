import { createHash } from 'node:crypto';
import type { Channel, FetchedMedia } from '#domain/channel.ts';
import type { Clock } from '#domain/clock.ts';
import type { Log } from '#domain/log.ts';
import {
  claimWanted,
  type FetchOutcome,
  recordFetched,
  type WantedAttachment,
} from '#storage/queries/attachments.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type TellDeps, tellNotKept } from '#scheduler/tell-not-kept.ts';
import { createWakeUp } from '#scheduler/wake-up.ts';

export interface FetchDeps extends TellDeps {
  store: Store;
  channel: Channel;
  /** Claims and retries stay on wall time, also in rehearsal. */
  wallClock: Clock;
  log: Log;
  /** Told each time that nothing can be downloaded just now and nothing is under way. */
  onIdle?(): void;
}

/** How long to sleep at most: a notice can be lost, a look cannot. */
const lookAgainMs = 3_000;

/** Each may take 10 MB of memory. */
const mostAtOnce = 3;

/** How long a download may take before whoever began it counts as dead, ms. */
const claimMs = 40_000;

/** How long to wait after each try, ms: an address expires, so the first tries follow closely. After the last it is given up. */
const waitsMs = [2_000, 10_000, 60_000, 5 * 60_000, 30 * 60_000, 2 * 60 * 60_000];

/**
 * Downloads what people have sent to one bot until `signal` aborts; the holder of the bot's lease runs it beside
 * `deliver`. Resolves when the last download under way has ended. Nothing is lost by a crash: a row stays wanted until its
 * outcome is recorded.
 */
export async function fetchAttachments(deps: FetchDeps, signal: AbortSignal): Promise<void> {
  const { store, channel } = deps;
  const { fetchMedia } = channel;
  if (!fetchMedia) return;
  const wakeUp = createWakeUp(signal);
  const stopHearing = store.onAttachments((bot) => {
    if (bot === channel.bot) wakeUp.wake();
  });
  const underWay = new Set<Promise<void>>();
  try {
    while (!signal.aborted) {
      const isAlone = underWay.size === 0;
      const wanted = underWay.size < mostAtOnce ? await claim(deps) : undefined;
      if (!wanted) {
        if (isAlone) deps.onIdle?.();
        await wakeUp.sleep(lookAgainMs);
        continue;
      }
      const fetching = fetchOne(deps, fetchMedia, wanted, signal).finally(() => {
        underWay.delete(fetching);
        wakeUp.wake();
      });
      underWay.add(fetching);
    }
  } finally {
    stopHearing();
    await Promise.all(underWay);
  }
}

function claim({ store, channel, wallClock }: FetchDeps): Promise<WantedAttachment | undefined> {
  const wallNow = wallClock.now();
  const until = new Date(wallNow.getTime() + claimMs);
  return inTransaction(store, (tx) => claimWanted(tx, { bot: channel.bot, wallNow, until }));
}

async function fetchOne(
  deps: FetchDeps,
  fetchMedia: NonNullable<Channel['fetchMedia']>,
  wanted: WantedAttachment,
  signal: AbortSignal,
): Promise<void> {
  const { store, channel, log } = deps;
  const { id, kind, source, attempts } = wanted;
  try {
    // More tries than waits: whoever began it has died each time, so perhaps of it.
    const fetched = attempts > waitsMs.length + 1 ? deadly : await fetchMedia(kind, source, signal);
    const outcome = outcomeOf(deps, fetched, attempts, signal.aborted);
    if (fetched.kind !== 'fetched') {
      const { kind: ending, detail } = fetched;
      log.warn(
        { attachment: id, bot: channel.bot, attempts, ending, detail },
        'an attachment was not downloaded',
      );
    }
    await inTransaction(store, async (tx) => {
      if (!(await recordFetched(tx, id, outcome))) return;
      if (outcome.kind === 'refused' || outcome.kind === 'failed') {
        await tellNotKept(deps, tx, { ...wanted, bot: channel.bot, reason: outcome.reason });
      }
    });
  } catch (error) {
    // The row stays claimed: when the claim runs out it is downloaded again.
    log.error({ error, attachment: id }, 'a download could not be recorded');
  }
}

function outcomeOf(
  { wallClock }: FetchDeps,
  fetched: FetchedMedia,
  attempts: number,
  isStopping: boolean,
): FetchOutcome {
  switch (fetched.kind) {
    case 'fetched': {
      const { contentType, bytes } = fetched;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { kind: 'stored', contentType, bytes, sha256 };
    }
    case 'refused':
      return { kind: 'refused', reason: fetched.reason };
    case 'failed': {
      const waitMs = isStopping ? 0 : waitsMs[attempts - 1];
      if (waitMs === undefined) return { kind: 'failed', reason: fetched.detail };
      const wallNow = wallClock.now().getTime();
      const notBefore = new Date(wallNow + Math.max(waitMs, fetched.afterMs ?? 0));
      return { kind: 'again', notBefore, reason: fetched.detail };
    }
  }
}

const deadly: FetchedMedia = { kind: 'failed', detail: 'no download came to an end' };
