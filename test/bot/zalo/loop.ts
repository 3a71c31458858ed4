import type { Wait } from '#bot/backoff.ts';
import { createZaloApi } from '#bot/zalo/api.ts';
import { newPollCounters, type Polling, pollUpdates } from '#bot/zalo/poll-updates.ts';
import type { IncomingMessage } from '#domain/channel.ts';
import { createChanges } from '#test/fakes/changes.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import type { ZaloServer } from '#test/fakes/zalo-server.ts';

export type Loop = ReturnType<typeof startLoop>;

/** One process that polls; its waits take no time but are noted, unless the test holds them. */
export function startLoop(
  zalo: ZaloServer,
  {
    token = zalo.token,
    timeoutMs = 10_000,
    inFlightMs = 20,
    ...given
  }: Partial<Polling> & { token?: string; timeoutMs?: number; inFlightMs?: number } = {},
) {
  const changes = createChanges();
  const log = recordedLog();
  const received: IncomingMessage[] = [];
  const waits: number[] = [];
  const stop = new AbortController();
  const counters = newPollCounters();
  const wait: Wait = async (ms) => {
    waits.push(ms);
    changes.happened();
  };
  const ended = pollUpdates({
    api: createZaloApi({ token, apiRoot: zalo.root, timeoutMs, inFlightMs }),
    bot: zalo.bot,
    signal: stop.signal,
    log,
    wait,
    counters,
    receive: async (message) => {
      received.push(message);
      changes.happened();
    },
    ...given,
  });
  const until = (done: () => boolean, what: () => string) =>
    changes.until(() => (done() ? true : undefined), { timeoutMs: 5000, explain: what });
  return {
    received,
    log,
    waits,
    stop,
    ended,
    counters,
    async stops() {
      stop.abort();
      return ended;
    },
    texts: () => received.map(({ content }) => (content.kind === 'text' ? content.text : content.kind)),
    hasReceived: (count: number) =>
      until(
        () => received.length >= count,
        () => `${received.length} of ${count} received`,
      ),
    hasWaited: (count: number) =>
      until(
        () => waits.length >= count,
        () => `${waits.length} of ${count} waits`,
      ),
  };
}
