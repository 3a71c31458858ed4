import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { type Loop, startLoop } from '#test/bot/zalo/loop.ts';
import { createChanges } from '#test/fakes/changes.ts';
import type { Person } from '#test/fakes/zalo/person.ts';
import { startZaloServer, type ZaloServer, type ZaloServerOptions } from '#test/fakes/zalo-server.ts';

let zalo: ZaloServer;
let an: Person;
let loops: Loop[];

beforeEach(() => start({}));

afterEach(async () => {
  for (const loop of loops) await loop.stops();
  await zalo.close();
});

async function start(options: ZaloServerOptions): Promise<void> {
  await zalo?.close();
  zalo = await startZaloServer(options);
  an = zalo.person('1001', 'An');
  loops = [];
}

function polls(given: Parameters<typeof startLoop>[1] = {}): Loop {
  const loop = startLoop(zalo, given);
  loops.push(loop);
  return loop;
}

describe('all is well', () => {
  test('what was written before and after the start arrives in order, one update a poll', async () => {
    an.types('xin chào');
    an.types('/baocao');
    const loop = polls();
    await loop.hasReceived(2);
    an.types('31');
    await loop.hasReceived(3);
    expect(loop.texts()).toEqual(['xin chào', '/baocao', '31']);
    await zalo.called('getUpdates', 4);
    expect(zalo.calls.map(({ method, params }) => [method, params])).toEqual([
      ['deleteWebhook', {}],
      ['getUpdates', { timeout: 30 }],
      ['getUpdates', { timeout: 30 }],
      ['getUpdates', { timeout: 30 }],
      ['getUpdates', { timeout: 30 }],
    ]);
    expect(loop.counters).toEqual({ polls: 4, idle: 0, updates: 3, failures: 0, perhapsLost: 0, lost: 0 });
    expect(loop.log.lines).toEqual([]);
  });

  test('wrapped and flat by turns', async () => {
    await start({ shape: 'mixed' });
    an.types('một');
    an.sendsPhoto(new Uint8Array([1]), 'hai');
    an.types('ba');
    an.sendsSomethingElse();
    const loop = polls();
    await loop.hasReceived(4);
    expect(loop.received.map(({ senderName, content }) => [senderName, content])).toEqual([
      ['An', { kind: 'text', text: 'một' }],
      [
        'An',
        {
          kind: 'media',
          what: 'photo',
          source: { kind: 'url', url: `${zalo.root}/photos/1` },
          caption: 'hai',
        },
      ],
      ['An', { kind: 'text', text: 'ba' }],
      ['An', { kind: 'unsupported', what: 'other' }],
    ]);
  });

  test('an idle poll is no failure, and the next begins at once', async () => {
    const loop = polls({ timeoutSeconds: 0.21 });
    await zalo.called('getUpdates', 3);
    an.types('31');
    await loop.hasReceived(1);
    expect(loop.waits).toEqual([]);
    expect(loop.log.lines).toEqual([]);
    expect(loop.counters).toMatchObject({ failures: 0, updates: 1 });
    expect(loop.counters.idle).toBeGreaterThanOrEqual(2);
  });

  test('a server that does not hold empty answers back is asked four times a second at most', async () => {
    const loop = polls({ timeoutSeconds: 0 });
    await loop.hasWaited(3);
    expect(loop.waits.slice(0, 3)).toEqual([250, 250, 250]);
  });

  test.each([
    '{"ok":true}',
    '{"ok":true,"result":null}',
    '{"ok":true,"result":{}}',
    '{"ok":true,"result":[]}',
  ])('nothing may also look like %s', async (body) => {
    zalo.faults.next({ kind: 'body', body }, { method: 'getUpdates' });
    an.types('31');
    const loop = polls();
    await loop.hasReceived(1);
    expect(loop.counters).toMatchObject({ idle: 1, updates: 1, failures: 0 });
  });

  test('should several come at once, all are handed over', async () => {
    const update = (text: string) => ({
      event_name: 'message.text.received',
      message: { message_id: text, chat: { id: '1001' }, text },
    });
    const result = [update('một'), update('hai')];
    zalo.faults.next({ kind: 'body', body: JSON.stringify({ ok: true, result }) }, { method: 'getUpdates' });
    const loop = polls();
    await loop.hasReceived(2);
    expect(loop.texts()).toEqual(['một', 'hai']);
  });

  test('what cannot be read is skipped with a line in the log that holds none of it', async () => {
    zalo.pushes({ event_name: 'message.reaction.received', message: { text: 'kín' } });
    an.types('31');
    const loop = polls();
    await loop.hasReceived(1);
    expect(loop.texts()).toEqual(['31']);
    expect(loop.log.lines).toEqual([
      {
        level: 'warn',
        object: { bot: 'zalo:4242', event: 'message.reaction.received', fields: ['event_name', 'message'] },
        message: 'update skipped: nothing to read in it',
      },
    ]);
  });

  test('the same update delivered again has the same id', async () => {
    const update = an.types('31');
    zalo.replays(update, 2);
    const loop = polls();
    await loop.hasReceived(3);
    expect(new Set(loop.received.map(({ updateId }) => updateId)).size).toBe(1);
  });
});

describe('the database is away', () => {
  test('the same update is tried again with growing waits; meanwhile nothing else is fetched', async () => {
    an.types('một');
    an.types('hai');
    let failuresLeft = 7;
    const tried: unknown[] = [];
    const changes = createChanges();
    const loop = polls({
      receive: async ({ content }) => {
        tried.push(content);
        if (failuresLeft > 0) {
          failuresLeft -= 1;
          expect(zalo.pending()).toHaveLength(1);
          throw new Error('no connection to the database');
        }
        changes.happened();
      },
    });
    await changes.until(() => (tried.length === 9 ? true : undefined), {
      timeoutMs: 5000,
      explain: () => JSON.stringify(tried),
    });
    expect(tried.slice(-2)).toEqual([
      { kind: 'text', text: 'một' },
      { kind: 'text', text: 'hai' },
    ]);
    expect(loop.waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(loop.log.lines[0]).toMatchObject({
      level: 'error',
      object: { bot: 'zalo:4242', failures: 1 },
      message: 'update not stored: it is tried again',
    });
  });

  test('stopped meanwhile: the update in hand is still stored, since nobody else has it', async () => {
    an.types('31');
    let isAway = true;
    const stored: unknown[] = [];
    const loop = polls({
      receive: async ({ content }) => {
        if (isAway) throw new Error('no connection to the database');
        stored.push(content);
      },
      wait: async () => {
        loop.stop.abort();
        if (loop.log.lines.length === 3) isAway = false;
      },
    });
    await loop.ended;
    expect(stored).toEqual([{ kind: 'text', text: '31' }]);
    expect(loop.counters).toMatchObject({ updates: 1, lost: 0 });
  });

  test('at the end of the process it is given up, and counted', async () => {
    an.types('31');
    const end = new AbortController();
    const loop = polls({
      giveUp: end.signal,
      receive: () => Promise.reject(new Error('no connection to the database')),
      wait: async () => {
        loop.stop.abort();
        end.abort();
      },
    });
    expect(await loop.ended).toMatchObject({ updates: 1, lost: 1 });
    expect(loop.log.lines.at(-1)).toMatchObject({
      level: 'error',
      message: 'update lost: it could not be stored before the end',
    });
  });
});

test('at the end of the process a database that never answers is not waited for either', async () => {
  an.types('31');
  const [end, asked] = [new AbortController(), Promise.withResolvers<void>()];
  const loop = polls({
    giveUp: end.signal,
    receive: () => {
      asked.resolve();
      return new Promise(() => {});
    },
  });
  await asked.promise;
  loop.stop.abort();
  end.abort();
  expect(await loop.ended).toMatchObject({ updates: 1, lost: 1 });
});

describe('the end', () => {
  test('a stop cuts the open poll, which may have had an update', async () => {
    const loop = polls();
    await zalo.called('getUpdates');
    expect(await loop.stops()).toEqual({
      polls: 1,
      idle: 0,
      updates: 0,
      failures: 0,
      perhapsLost: 1,
      lost: 0,
    });
    expect(loop.log.lines).toEqual([]);
  });

  test('an answer that has begun to arrive is read to its end', async () => {
    const rest = Promise.withResolvers<void>();
    zalo.faults.next({ kind: 'halting', rest: rest.promise }, { method: 'getUpdates' });
    an.types('31');
    const loop = polls({ inFlightMs: 500 });
    await zalo.halted();
    loop.stop.abort();
    rest.resolve();
    expect(await loop.ended).toMatchObject({ updates: 1, perhapsLost: 0 });
    expect(loop.texts()).toEqual(['31']);
  });

  test('a stop comes after the update in hand; the rest stays with Zalo for the next process', async () => {
    an.types('một');
    an.types('hai');
    const started = Promise.withResolvers<void>();
    const stored = Promise.withResolvers<void>();
    const loop = polls({
      receive: async () => {
        started.resolve();
        await stored.promise;
      },
    });
    await started.promise;
    loop.stop.abort();
    stored.resolve();
    await loop.ended;
    const next = polls();
    await next.hasReceived(1);
    expect(next.texts()).toEqual(['hai']);
  });

  test('killed and replaced: what the dead poll took is lost with it, and Zalo’s side shows it', async () => {
    await start({ noticesHangUps: false });
    const killed = polls();
    await zalo.called('getUpdates');
    await killed.stops();
    await zalo.hungUp();
    an.types('một');
    an.types('hai');
    const next = polls();
    await next.hasReceived(1);
    expect(next.texts()).toEqual(['hai']);
    expect(zalo.lost).toMatchObject([{ message: { text: 'một' } }]);
    expect(killed.counters.perhapsLost).toBe(zalo.lost.length);
  });
});
