import type { Api } from 'grammy';

import type { BotId, Channel } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import { backoffMs, wait as realWait, type Wait } from '#bot/backoff.ts';
import { createTelegramApi, type TelegramSettings } from '#bot/telegram/api.ts';
import { attempt, describeFailure, isTokenRefused } from '#bot/telegram/attempt.ts';
import { createTelegramChannel } from '#bot/telegram/channel.ts';
import { createFetchMedia } from '#bot/telegram/fetch-media.ts';

export interface TelegramConnection {
  kind: 'connected';
  api: Api;
  /** `telegram:<id of the bot's account>`. */
  bot: BotId;
  /** For links: `https://t.me/<username>?start=CODE`. */
  username: string;
  channel: Channel;
}

export type ConnectResult =
  | TelegramConnection
  /** Asking again will not help: the token is wrong. */
  | { kind: 'token-refused'; detail: string }
  | { kind: 'unreachable'; detail: string };

/** Asks once who the bot is. */
export async function connectTelegram(settings: TelegramSettings, log: Log): Promise<ConnectResult> {
  const api = createTelegramApi(settings);
  const outcome = await attempt(() => api.getMe());
  if (!outcome.ok) {
    const kind = isTokenRefused(outcome.failure) ? 'token-refused' : 'unreachable';
    return { kind, detail: describeFailure(outcome.failure) };
  }
  const { id, username } = outcome.result;
  const bot = `telegram:${id}`;
  const channel = createTelegramChannel({ api, bot, log, fetchMedia: createFetchMedia(settings, api) });
  return { kind: 'connected', api, bot, username, channel };
}

/**
 * Asks until Telegram answers, so that a start during an outage (or behind a filter) only delays this channel;
 * undefined when the token is refused (said in the log) or the signal aborts.
 */
export async function connectWhenReachable(
  settings: TelegramSettings,
  { log, signal, wait = realWait }: { log: Log; signal: AbortSignal; wait?: Wait },
): Promise<TelegramConnection | undefined> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    const result = await connectTelegram(settings, log);
    switch (result.kind) {
      case 'connected':
        return result;
      case 'token-refused':
        log.error({ answer: result.detail }, 'token refused by Telegram: check TELEGRAM_BOT_TOKEN');
        return undefined;
      case 'unreachable':
        log.warn({ failures, answer: result.detail }, 'Telegram cannot be reached');
        await wait(backoffMs(failures), signal);
    }
  }
  return undefined;
}
