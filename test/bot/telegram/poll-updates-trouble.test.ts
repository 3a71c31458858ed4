import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { type Loop, startLoop } from '#test/bot/telegram/loop.ts';
import type { Person } from '#test/fakes/telegram/person.ts';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';

let telegram: TelegramServer;
let an: Person;
let loops: Loop[];

beforeEach(async () => {
  telegram = await startTelegramServer();
  an = telegram.person(1001, 'An');
  loops = [];
});

afterEach(async () => {
  for (const loop of loops) await loop.stops();
  await telegram.close();
});

function polls(given: Parameters<typeof startLoop>[1] = {}): Loop {
  const loop = startLoop(telegram, given);
  loops.push(loop);
  return loop;
}

describe('Telegram is not as it should be', () => {
  test('another process polls too: it is said, and the wait grows', async () => {
    telegram.faults.next(
      { kind: 'refuse', status: 409, description: 'Conflict: terminated by other getUpdates request' },
      { method: 'getUpdates', times: 2 },
    );
    an.types('31');
    const loop = polls();
    await loop.hasReceived(1);
    expect(loop.waits).toEqual([1000, 2000]);
    expect(loop.log.lines.map(({ level, message }) => [level, message])).toEqual([
      [
        'error',
        'another process fetches the updates of this bot, or a webhook is set for it: stop one of them',
      ],
      [
        'error',
        'another process fetches the updates of this bot, or a webhook is set for it: stop one of them',
      ],
      ['info', 'Telegram answers again'],
    ]);
  });

  test('two real processes: the older poll is ended with a conflict', async () => {
    const held = Promise.withResolvers<void>();
    const older = polls({ wait: () => held.promise });
    await telegram.called('getUpdates');
    const newer = polls();
    await telegram.called('getUpdates', 2);
    an.types('31');
    await newer.hasReceived(1);
    expect(older.log.lines[0]?.object.answer).toBe(
      '409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    );
    older.stop.abort();
    held.resolve();
  });

  test('the token is refused: it is said without the token, and asked again after a minute', async () => {
    const loop = polls({ token: '4242:WRONG-secret' });
    await loop.hasWaited(1);
    expect(loop.waits[0]).toBe(60_000);
    expect(loop.log.lines.find(({ level }) => level === 'error')).toEqual({
      level: 'error',
      object: { bot: 'telegram:4242', failures: 1, answer: '401 Unauthorized' },
      message: 'token refused by Telegram: check TELEGRAM_BOT_TOKEN',
    });
    expect(loop.log.text()).not.toContain('WRONG-secret');
  });

  test('asked to slow down: as long as Telegram says', async () => {
    telegram.faults.next({ kind: 'refuse', status: 429, retryAfter: 5 }, { method: 'getUpdates' });
    const loop = polls();
    await loop.hasWaited(1);
    expect(loop.waits).toEqual([5000]);
  });

  test('an outage: waits up to 30 s, then goes on where it was', async () => {
    telegram.faults.outage(502);
    const update = an.types('31');
    const loop = polls({
      wait: async (ms) => {
        loop.waits.push(ms);
        if (loop.waits.length === 7) telegram.faults.over();
      },
    });
    await loop.hasReceived(1);
    expect(loop.waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(loop.received[0]?.updateId).toBe(String(update.update_id));
  });

  test('out of reach at the start: the webhook is removed once Telegram is back', async () => {
    telegram.faults.outage(502);
    an.types('31');
    const loop = polls({
      wait: async () => telegram.faults.over(),
    });
    await loop.hasReceived(1);
    const methods = telegram.calls.map(({ method }) => method);
    expect(methods.slice(0, 4)).toEqual(['deleteWebhook', 'getUpdates', 'deleteWebhook', 'getUpdates']);
  });

  test('an answer that never comes is given up after its time', async () => {
    telegram.faults.next({ kind: 'hang' }, { method: 'getUpdates' });
    an.types('31');
    const loop = polls({ timeoutSeconds: 0, timeoutMs: 100 });
    await loop.hasReceived(1);
    expect(loop.log.lines[0]).toMatchObject({ level: 'warn', object: { answer: 'no answer in time' } });
  });
});
