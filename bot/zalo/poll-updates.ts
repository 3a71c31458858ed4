import type { BotId, IncomingMessage } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import { backoffMs, wait as realWait, type Wait } from '#bot/backoff.ts';
import type { ZaloApi } from '#bot/zalo/api.ts';
import {
  describeFailure,
  isQuotaUsedUp,
  isTokenRefused,
  tokenRefused,
  type ZaloFailure,
} from '#bot/zalo/failure.ts';
import { outlineOf, parseUpdate } from '#bot/zalo/parse-update.ts';

export interface Polling {
  api: Pick<ZaloApi, 'getUpdates' | 'deleteWebhook'>;
  bot: BotId;
  /** Resolves once the message is stored; rejects when it could not be, and then gets the same one again. */
  receive(message: IncomingMessage): Promise<void>;
  /** No poll begins after it, and the open one is cut. What has arrived is still handed over. */
  signal: AbortSignal;
  /** The process is about to die: what could not be handed over by now is lost. Default: never. */
  giveUp?: AbortSignal;
  log: Log;
  wait?: Wait;
  /** How long Zalo holds an empty answer back. */
  timeoutSeconds?: number;
  /** Counts while the loop runs. Several loops of one bot, one after the other, may share it. */
  counters?: PollCounters;
}

export interface PollCounters {
  polls: number;
  /** Polls that ended without an update, as they do every 30 s. */
  idle: number;
  /** Updates that arrived whole. */
  updates: number;
  /** Polls that went wrong. */
  failures: number;
  /** Polls that went out and whose answer never came whole: each may have taken one update with it. */
  perhapsLost: number;
  /** Updates that arrived and could not be stored before the process had to end. */
  lost: number;
}

export function newPollCounters(): PollCounters {
  return { polls: 0, idle: 0, updates: 0, failures: 0, perhapsLost: 0, lost: 0 };
}

/**
 * Fetches updates one by one and hands them over, until the signal aborts. Zalo forgets an update when it gives it: there
 * is no offset and no second time. So one that has arrived is tried until it is stored, however long that takes and even
 * after the signal; one whose answer breaks off is gone, and is counted. Where that is too much, use the webhook.
 */
export async function pollUpdates(polling: Polling): Promise<PollCounters> {
  const {
    api,
    bot,
    signal,
    log,
    wait = realWait,
    timeoutSeconds = 30,
    counters = newPollCounters(),
  } = polling;
  let webhookGone = false;
  let failures = 0;

  while (!signal.aborted) {
    if (!webhookGone) webhookGone = await removeWebhook(polling);
    if (signal.aborted) break;
    const asked = performance.now();
    counters.polls += 1;
    const outcome = await api.getUpdates(timeoutSeconds, signal);
    if (!outcome.ok) {
      const { failure } = outcome;
      if (failure.kind === 'unanswered') counters.perhapsLost += 1;
      if (signal.aborted) break;
      counters.failures += 1;
      failures += 1;
      if (isRefused(failure)) webhookGone = false;
      await wait(reportFailure(polling, failure, failures), signal);
      continue;
    }
    if (failures > 0) log.info({ bot, failures }, 'Zalo answers again');
    failures = 0;
    if (outcome.result.length === 0) {
      counters.idle += 1;
      // A server that does not hold the answer back must not be asked without pause.
      if (performance.now() - asked < 200) await wait(250, signal);
    }
    for (const update of outcome.result) {
      counters.updates += 1;
      await handOver(polling, wait, counters, update);
    }
  }
  return counters;
}

/** Updates cannot be fetched while a webhook is set. False: still to be done. */
async function removeWebhook({ api, bot, signal, log }: Polling): Promise<boolean> {
  const outcome = await api.deleteWebhook(signal);
  if (outcome.ok) return true;
  log.debug({ bot, answer: describeFailure(outcome.failure) }, 'deleteWebhook failed');
  return isRefused(outcome.failure);
}

async function handOver(
  polling: Polling,
  wait: Wait,
  counters: PollCounters,
  update: unknown,
): Promise<void> {
  const { bot, receive, log, giveUp = NEVER } = polling;
  const message = parseUpdate(bot, update, Date.now());
  if (message === undefined) {
    log.warn({ bot, ...outlineOf(update) }, 'update skipped: nothing to read in it');
    return;
  }
  const { updateId } = message;
  for (let failures = 1; ; failures += 1) {
    try {
      return await unlessEnding(receive(message), giveUp);
    } catch (err) {
      log.error({ err, bot, updateId, failures }, 'update not stored: it is tried again');
    }
    if (giveUp.aborted) break;
    await wait(backoffMs(failures), giveUp);
  }
  counters.lost += 1;
  log.error({ bot, updateId }, 'update lost: it could not be stored before the end');
}

const NEVER = new AbortController().signal;

/** A database that cannot be reached may take longer to say so than the process has. */
async function unlessEnding(stored: Promise<void>, giveUp: AbortSignal): Promise<void> {
  const end = Promise.withResolvers<never>();
  const onEnd = () => end.reject(new Error('the process ends before the update was stored'));
  giveUp.addEventListener('abort', onEnd);
  try {
    await Promise.race([stored, end.promise]);
  } finally {
    giveUp.removeEventListener('abort', onEnd);
  }
}

/** Says what is wrong and how long to wait, ms. */
function reportFailure({ bot, log }: Polling, failure: ZaloFailure, failures: number): number {
  const line = { bot, failures, answer: describeFailure(failure) };
  if (failure.kind === 'unanswered') {
    log.warn(line, 'a poll of Zalo broke off: an update in its answer is lost');
    return backoffMs(failures);
  }
  if (isTokenRefused(failure)) {
    log.error(line, tokenRefused);
    return TOKEN_REFUSED_MS;
  }
  if (isQuotaUsedUp(failure)) {
    log.error(line, "no updates from Zalo: the bot's messages of this month are used up");
    return QUOTA_USED_UP_MS;
  }
  if (isRefused(failure)) {
    log.error(
      line,
      'another process fetches the updates of this bot, or a webhook is set for it: stop one of them',
    );
  } else {
    log.warn(line, 'no updates from Zalo');
  }
  return backoffMs(failures);
}

/** Zalo has understood and will not; 403 is its "Internal server error", 408 and 429 pass. */
function isRefused(failure: ZaloFailure): boolean {
  return failure.kind === 'answered' && [400, 404, 405, 409].includes(failure.code);
}

const TOKEN_REFUSED_MS = 60_000;
const QUOTA_USED_UP_MS = 5 * 60_000;
