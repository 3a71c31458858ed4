import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { IncomingMessage } from '#domain/channel.ts';
import { type Loop, startLoop } from '#test/bot/telegram/loop.ts';
import { createChanges } from '#test/fakes/changes.ts';
import type { Person } from '#test/fakes/telegram/person.ts';
import {
  startTelegramServer,
  type TelegramServer,
  type TelegramServerOptions,
} from '#test/fakes/telegram-server.ts';

let telegram: TelegramServer;
let an: Person;
let loops: Loop[];

beforeEach(() => start({}));

afterEach(async () => {
  for (const loop of loops) await loop.stops();
  await telegram.close();
});

async function start(options: TelegramServerOptions): Promise<void> {
  await telegram?.close();
  telegram = await startTelegramServer(options);
  an = telegram.person(1001, 'An');
  loops = [];
}

function polls(given: Parameters<typeof startLoop>[1] = {}): Loop {
  const loop = startLoop(telegram, given);
  loops.push(loop);
  return loop;
}

describe('all is well', () => {
  test('what was written before and after the start arrives in order, and is confirmed', async () => {
    an.types('/start K7Q2');
    an.types('/baocao');
    const loop = polls();
    await loop.hasReceived(2);
    const last = an.types('31');
    await loop.hasReceived(3);
    expect(loop.texts()).toEqual(['/start K7Q2', '/baocao', '31']);
    await telegram.called('getUpdates', 3);
    expect(telegram.calls.at(-1)?.params).toEqual({
      offset: last.update_id + 1,
      limit: 100,
      timeout: 30,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    });
    expect(telegram.unconfirmed()).toEqual([]);
  });

  test('a webhook that was set before is removed, and what waits for it is kept', async () => {
    an.types('/baocao');
    const loop = polls();
    await loop.hasReceived(1);
    expect(telegram.calls[0]).toMatchObject({ method: 'deleteWebhook', params: {} });
  });

  test('what cannot be read is skipped with a line in the log', async () => {
    const strange = telegram.pushes({ message: { text: 'from nowhere' } });
    an.types('31');
    const loop = polls();
    await loop.hasReceived(1);
    expect(loop.texts()).toEqual(['31']);
    expect(loop.log.lines).toEqual([
      {
        level: 'warn',
        object: { bot: 'telegram:4242', updateId: strange.update_id, fields: ['update_id', 'message'] },
        message: 'update skipped: nothing to read in it',
      },
    ]);
  });

  test('a server that knows only six methods and few fields will do', async () => {
    await start({ minimal: true });
    an.types('/baocao');
    const loop = polls();
    await loop.hasReceived(1);
    expect(loop.received).toMatchObject([{ chatId: '1001', chatKind: 'private', senderName: 'An' }]);
  });

  test('a server that does not hold empty answers back is asked four times a second at most', async () => {
    await start({ withoutLongPoll: true });
    const loop = polls({ timeoutSeconds: 30 });
    await loop.hasWaited(3);
    expect(loop.waits.slice(0, 3)).toEqual([250, 250, 250]);
  });

  test('after a quiet week Telegram starts again at a lower number', async () => {
    const loop = polls();
    an.types('one');
    await loop.hasReceived(1);
    await telegram.called('getUpdates', 2);
    telegram.replays({ update_id: 12, message: { chat: { id: 1001 }, text: 'two' } });
    telegram.replays({ update_id: 13, message: { chat: { id: 1001 }, text: 'three' } });
    await loop.hasReceived(3);
    await telegram.called('getUpdates', 4);
    expect(telegram.calls.at(-1)?.params.offset).toBe(14);
  });
});

describe('the database is away', () => {
  test('the same update is tried again with growing waits; meanwhile nothing is confirmed', async () => {
    const first = an.types('31');
    const second = an.types('32');
    let failuresLeft = 7;
    const tried: string[] = [];
    const changes = createChanges();
    const loop = polls({
      receive: async ({ updateId }) => {
        tried.push(updateId);
        if (failuresLeft > 0) {
          failuresLeft -= 1;
          expect(telegram.unconfirmed()).toEqual([first, second]);
          throw new Error('no connection to the database');
        }
        changes.happened();
      },
    });
    await changes.until(() => (tried.length === 9 ? true : undefined), {
      timeoutMs: 5000,
      explain: () => tried.join(),
    });
    const one = String(first.update_id);
    expect(tried).toEqual([one, one, one, one, one, one, one, one, String(second.update_id)]);
    expect(loop.waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(loop.log.lines.filter(({ level }) => level === 'error')).toHaveLength(7);
    expect(loop.log.lines[0]).toMatchObject({
      object: { bot: 'telegram:4242', updateId: one, failures: 1 },
      message: 'update not stored: it is tried again',
    });
  });

  test('stopped while it waits: the update stays with Telegram for the next process', async () => {
    const update = an.types('31');
    const held = polls({
      receive: () => Promise.reject(new Error('no connection to the database')),
      wait: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    });
    await telegram.called('getUpdates');
    await held.stops();
    expect(telegram.unconfirmed()).toEqual([update]);
    const next = polls();
    await next.hasReceived(1);
    expect(next.texts()).toEqual(['31']);
  });
});

describe('the end', () => {
  test('a stop interrupts the long poll', async () => {
    const loop = polls();
    await telegram.called('getUpdates');
    await loop.stops();
    expect(loop.log.lines).toEqual([]);
  });

  test('a stop comes after the update in hand, and the rest of the batch stays', async () => {
    an.types('one');
    an.types('two');
    const started = Promise.withResolvers<void>();
    const stored = Promise.withResolvers<void>();
    const taken: string[] = [];
    const loop = polls({
      receive: async ({ updateId }) => {
        started.resolve();
        await stored.promise;
        taken.push(updateId);
      },
    });
    await started.promise;
    loop.stop.abort();
    stored.resolve();
    await loop.ended;
    expect(taken).toHaveLength(1);
  });

  test('killed in the middle of an update: the next process begins with that one', async () => {
    const killed = polls({
      receive: ({ content }) => (isText(content, 'two') ? never() : Promise.resolve()),
    });
    an.types('one');
    await telegram.called('getUpdates', 2);
    an.types('two');
    an.types('three');
    await telegram.called('getUpdates', 2);
    loops.splice(loops.indexOf(killed), 1);

    const next = polls();
    await next.hasReceived(2);
    expect(next.texts()).toEqual(['two', 'three']);
  });
});

function isText(content: IncomingMessage['content'], text: string): boolean {
  return content.kind === 'text' && content.text === text;
}

function never(): Promise<never> {
  return new Promise(() => {});
}
