import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#app/clock.ts';
import { startZalo } from '#app/start-zalo.ts';
import type { IncomingMessage } from '#domain/channel.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';
import { openTestStore } from '#test/setup/open-test-store.ts';

let zalo: ZaloServer;
let stop: AbortController;
let log: ReturnType<typeof recordedLog>;

beforeEach(async () => {
  zalo = await startZaloServer();
  stop = new AbortController();
  log = recordedLog();
});

afterEach(() => zalo.close());

/** One process's Zalo by polling, with nothing to deliver; resolves when all of it has ended. */
async function polls(receive: (message: IncomingMessage) => Promise<void>): Promise<void> {
  const store = await openTestStore();
  const { done } = startZalo(
    {
      settings: {
        ...{ tokens: [zalo.token], apiRoot: zalo.root, mode: { kind: 'polling' } },
        ...{ usersPerBot: 50, messagesPerMonth: 3000, reservePercent: 10 },
      },
      ...{ receive, log, giveUpAfterMs: 50 },
      leases: { store, holder: 'this one', wallClock: systemClock, log },
      deliverFor: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
      onConnected: async () => {},
    },
    stop.signal,
  );
  await done;
}

const lastLine = () => log.lines.findLast(({ message }) => message.startsWith('polling of Zalo has ended'));

describe('the stop of a process that polls', () => {
  test('does not wait for ever for an update that cannot be stored, and says that it is lost', async () => {
    zalo.person('u-lan', 'Lan').types('31');
    await polls(async () => {
      stop.abort();
      throw new Error('no connection to the database');
    });
    expect(lastLine()).toMatchObject({
      level: 'error',
      object: { bot: zalo.bot, updates: 1, lost: 1 },
      message: 'polling of Zalo has ended; updates that had arrived could not be stored and are lost',
    });
  });

  test('says that all is stored, where it is', async () => {
    zalo.person('u-lan', 'Lan').types('31');
    await polls(async () => stop.abort());
    expect(lastLine()).toMatchObject({
      level: 'info',
      object: { bot: zalo.bot, polls: 1, updates: 1, perhapsLost: 0, lost: 0 },
      message: 'polling of Zalo has ended; all that had arrived is stored',
    });
  });
});
