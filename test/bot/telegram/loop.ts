import type { IncomingMessage } from '#domain/channel.ts';
import type { Wait } from '#bot/backoff.ts';
import { createTelegramApi } from '#bot/telegram/api.ts';
import { type Polling, pollUpdates } from '#bot/telegram/poll-updates.ts';
import { createChanges } from '#test/fakes/changes.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import type { TelegramServer } from '#test/fakes/telegram-server.ts';

export type Loop = ReturnType<typeof startLoop>;

/** One process that polls; its waits take no time but are noted, unless the test holds them. */
export function startLoop(
  telegram: TelegramServer,
  {
    token = telegram.token,
    timeoutMs = 10_000,
    ...given
  }: Partial<Polling> & { token?: string; timeoutMs?: number } = {},
) {
  const changes = createChanges();
  const log = recordedLog();
  const received: IncomingMessage[] = [];
  const waits: number[] = [];
  const stop = new AbortController();
  const wait: Wait = async (ms) => {
    waits.push(ms);
    changes.happened();
  };
  const ended = pollUpdates({
    api: createTelegramApi({ token, apiRoot: telegram.root, timeoutMs }),
    bot: telegram.bot,
    signal: stop.signal,
    log,
    wait,
    receive: async (message) => {
      received.push(message);
      changes.happened();
    },
    ...given,
  });
  return {
    received,
    log,
    waits,
    stop,
    ended,
    async stops() {
      stop.abort();
      await ended;
    },
    texts: () => received.map(({ content }) => (content.kind === 'text' ? content.text : content.kind)),
    hasReceived: (count: number) =>
      changes.until(() => (received.length >= count ? true : undefined), {
        timeoutMs: 5000,
        explain: () => `${received.length} of ${count} received`,
      }),
    hasWaited: (count: number) =>
      changes.until(() => (waits.length >= count ? true : undefined), {
        timeoutMs: 5000,
        explain: () => `${waits.length} of ${count} waits`,
      }),
  };
}
