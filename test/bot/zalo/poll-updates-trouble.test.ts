import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createZaloApi } from '#bot/zalo/api.ts';
import { type Loop, startLoop } from '#test/bot/zalo/loop.ts';
import type { Person } from '#test/fakes/zalo/person.ts';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';

let zalo: ZaloServer;
let an: Person;
let loops: Loop[];

beforeEach(async () => {
  zalo = await startZaloServer();
  an = zalo.person('1001', 'An');
  loops = [];
});

afterEach(async () => {
  for (const loop of loops) await loop.stops();
  await zalo.close();
});

function polls(given: Parameters<typeof startLoop>[1] = {}): Loop {
  const loop = startLoop(zalo, given);
  loops.push(loop);
  return loop;
}

const linesOf = (loop: Loop) => loop.log.lines.map(({ level, message }) => `${level}: ${message}`);

describe('Zalo is not as it should be', () => {
  test('a webhook was set before: it is removed', async () => {
    await createZaloApi({ token: zalo.token, apiRoot: zalo.root }).setWebhook({
      url: `${zalo.root}/unused`,
      secret: 's3cret-s3cret',
    });
    const loop = polls();
    await zalo.called('getUpdates');
    an.types('31');
    await loop.hasReceived(1);
    expect(loop.counters.failures).toBe(0);
  });

  test('a webhook is set meanwhile: it is said, and removed again', async () => {
    zalo.faults.next(
      { kind: 'refuse', code: 400, description: 'getUpdates does not work while a webhook is set' },
      { method: 'getUpdates' },
    );
    an.types('31');
    const loop = polls();
    await loop.hasReceived(1);
    expect(zalo.calls.map(({ method }) => method).slice(0, 4)).toEqual([
      'deleteWebhook',
      'getUpdates',
      'deleteWebhook',
      'getUpdates',
    ]);
    expect(linesOf(loop)).toEqual([
      'error: another process fetches the updates of this bot, or a webhook is set for it: stop one of them',
      'info: Zalo answers again',
    ]);
  });

  test('two real processes: the older poll is ended with a conflict', async () => {
    const held = Promise.withResolvers<void>();
    const older = polls({ wait: () => held.promise });
    await zalo.called('getUpdates');
    const newer = polls();
    await zalo.called('getUpdates', 2);
    an.types('31');
    await newer.hasReceived(1);
    expect(older.log.lines[0]?.object.answer).toBe('409 Conflict: terminated by another getUpdates request');
    older.stop.abort();
    held.resolve();
  });

  test('the token is refused: it is said without the token, and asked again after a minute', async () => {
    const loop = polls({ token: '4242:WRONG-secret' });
    await loop.hasWaited(1);
    expect(loop.waits[0]).toBe(60_000);
    expect(loop.log.lines.find(({ level }) => level === 'error')).toEqual({
      level: 'error',
      object: { bot: 'zalo:4242', failures: 1, answer: '401 Unauthorized' },
      message: 'token refused by Zalo: check ZALO_BOT_TOKENS',
    });
    expect(loop.log.text()).not.toContain('WRONG-secret');
  });

  test('the quota is used up: asked every five minutes', async () => {
    zalo.faults.next({ kind: 'refuse', code: 429, description: 'Quota exceeded' }, { method: 'getUpdates' });
    const loop = polls();
    await loop.hasWaited(1);
    expect(loop.waits).toEqual([300_000]);
    expect(linesOf(loop)[0]).toBe(
      "error: no updates from Zalo: the bot's messages of this month are used up",
    );
  });

  test('an outage of ten minutes: waits up to 30 s, then goes on; nothing is counted as lost', async () => {
    zalo.faults.outage(502);
    const first = an.types('một');
    const loop = polls({
      wait: async (ms) => {
        loop.waits.push(ms);
        if (loop.waits.length === 7) zalo.faults.over();
      },
    });
    an.types('hai');
    await loop.hasReceived(2);
    expect(loop.waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(loop.received[0]?.updateId).toBe(`1001:1001:${first.message?.message_id}`);
    expect(loop.texts()).toEqual(['một', 'hai']);
    expect(loop.counters).toMatchObject({ failures: 7, updates: 2, perhapsLost: 0 });
    expect(zalo.lost).toEqual([]);
  });

  test('an answer that breaks off takes its update with it: counted on both sides', async () => {
    zalo.faults.next({ kind: 'drop' }, { method: 'getUpdates' });
    an.types('một');
    an.types('hai');
    const loop = polls();
    await loop.hasReceived(1);
    expect(loop.texts()).toEqual(['hai']);
    expect(zalo.lost).toMatchObject([{ message: { text: 'một' } }]);
    expect(loop.counters).toMatchObject({ updates: 1, failures: 1, perhapsLost: 1, lost: 0 });
  });

  test('so does one that is cut in the middle: half an update is none', async () => {
    zalo.faults.next({ kind: 'cut' }, { method: 'getUpdates' });
    an.types('một');
    an.types('hai');
    const loop = polls();
    await loop.hasReceived(1);
    expect(loop.texts()).toEqual(['hai']);
    expect(zalo.lost).toMatchObject([{ message: { text: 'một' } }]);
    expect(zalo.given).toMatchObject([{ message: { text: 'hai' } }]);
    expect(loop.counters).toMatchObject({ updates: 1, failures: 1, perhapsLost: 1, lost: 0 });
  });

  test('an answer that never comes is given up after its time', async () => {
    zalo.faults.next({ kind: 'hang' }, { method: 'getUpdates' });
    an.types('31');
    const loop = polls({ timeoutSeconds: 0, timeoutMs: 500 });
    await loop.hasReceived(1);
    const [line] = loop.log.lines.filter(({ level }) => level === 'warn');
    expect(line).toMatchObject({
      object: { answer: 'no answer in time' },
      message: 'a poll of Zalo broke off: an update in its answer is lost',
    });
    expect(loop.counters.perhapsLost).toBe(1);
  });
});
