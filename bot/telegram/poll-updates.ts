import type { Api } from 'grammy';

import type { BotId, IncomingMessage } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import { backoffMs, wait as realWait, type Wait } from '#bot/backoff.ts';
import { attempt, describeFailure, isTokenRefused, type TelegramFailure } from '#bot/telegram/attempt.ts';
import { parseUpdate, READ_UPDATES } from '#bot/telegram/parse-update.ts';

export interface Polling {
  api: Pick<Api, 'getUpdates' | 'deleteWebhook'>;
  bot: BotId;
  /** Resolves once the message is stored; rejects when it could not be, and then gets the same one again. */
  receive(message: IncomingMessage): Promise<void>;
  /** Ends the loop after the update in hand. */
  signal: AbortSignal;
  log: Log;
  wait?: Wait;
  /** How long Telegram holds an empty answer back. */
  timeoutSeconds?: number;
}

/**
 * Fetches updates and hands them over one by one, until the signal aborts. Telegram forgets an update when it is asked
 * for those after it, so the offset moves past an update only when it is stored: what was in hand at a crash comes again.
 */
export async function pollUpdates(polling: Polling): Promise<void> {
  const { api, bot, signal, log, wait = realWait, timeoutSeconds = 30 } = polling;
  let webhookGone = false;
  let failures = 0;
  // Always one past the last update, never the highest seen: after a quiet week Telegram starts at a random id.
  let offset = 0;

  while (!signal.aborted) {
    if (!webhookGone) webhookGone = await removeWebhook(polling);
    const asked = performance.now();
    const outcome = await attempt(() =>
      api.getUpdates(
        { offset, limit: 100, timeout: timeoutSeconds, allowed_updates: READ_UPDATES },
        signal as Parameters<Api['getUpdates']>[1],
      ),
    );
    if (signal.aborted) return;
    if (!outcome.ok) {
      failures += 1;
      await wait(reportFailure(polling, outcome.failure, failures), signal);
      continue;
    }
    if (failures > 0) log.info({ bot, failures }, 'Telegram answers again');
    failures = 0;
    for (const update of outcome.result) {
      if (!(await handOver(polling, wait, update))) return;
      offset = update.update_id + 1;
    }
    // A server that does not hold the answer back must not be asked without pause.
    if (outcome.result.length === 0 && performance.now() - asked < 200) await wait(250, signal);
  }
}

/** Updates cannot be fetched while a webhook is set. False: still to be done; a server may not know the method. */
async function removeWebhook({ api, bot, signal, log }: Polling): Promise<boolean> {
  const outcome = await attempt(() => api.deleteWebhook({}, signal as Parameters<Api['deleteWebhook']>[1]));
  if (outcome.ok) return true;
  log.debug({ bot, answer: describeFailure(outcome.failure) }, 'deleteWebhook failed');
  const { failure } = outcome;
  return failure.kind === 'answered' && failure.code < 500 && failure.code !== 429;
}

/** False when the loop was stopped before the update could be stored. */
async function handOver(polling: Polling, wait: Wait, update: { update_id: number }): Promise<boolean> {
  const { bot, receive, signal, log } = polling;
  const message = parseUpdate(bot, update, Date.now());
  if (message === undefined) {
    log.warn(
      { bot, updateId: update.update_id, fields: Object.keys(update) },
      'update skipped: nothing to read in it',
    );
    return !signal.aborted;
  }
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      await receive(message);
      return true;
    } catch (err) {
      log.error({ err, bot, updateId: message.updateId, failures }, 'update not stored: it is tried again');
    }
    await wait(backoffMs(failures), signal);
  }
  return false;
}

/** Says what is wrong and how long to wait, ms. */
function reportFailure({ bot, log }: Polling, failure: TelegramFailure, failures: number): number {
  const line = { bot, failures, answer: describeFailure(failure) };
  if (isTokenRefused(failure)) {
    log.error(line, 'token refused by Telegram: check TELEGRAM_BOT_TOKEN');
    return TOKEN_REFUSED_MS;
  }
  if (failure.kind === 'answered' && failure.code === 409) {
    log.error(
      line,
      'another process fetches the updates of this bot, or a webhook is set for it: stop one of them',
    );
    return backoffMs(failures);
  }
  log.warn(line, 'no updates from Telegram');
  return failure.kind === 'answered' && failure.retryAfterMs !== undefined
    ? failure.retryAfterMs
    : backoffMs(failures);
}

const TOKEN_REFUSED_MS = 60_000;
