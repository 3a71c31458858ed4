import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Person } from '#test/fakes/zalo/person.ts';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';

let zalo: ZaloServer;
let an: Person;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 11, 7);
  zalo = await startZaloServer({ now: () => now, quota: { users: 2, messagesPerMonth: 5 } });
  an = zalo.person('1001', 'An');
});

afterEach(() => zalo.close());

/** A call as JSON; what came back, with its HTTP status. */
async function call(method: string, params: object = {}, token = zalo.token) {
  const response = await fetch(`${zalo.root}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
}

const say = (chat_id: string, text: string) => call('sendMessage', { chat_id, text });
const poll = (timeout = 0) => call('getUpdates', { timeout });

describe('the protocol', () => {
  test('a bad token is said in the body of a 200', async () => {
    expect(await call('getMe')).toMatchObject({ ok: true, result: { id: '4242' } });
    expect(await call('getMe', {}, '1:x')).toMatchObject({ status: 200, ok: false, error_code: 401 });
    expect(await call('fly')).toMatchObject({ status: 200, ok: false, error_code: 404 });
  });

  test.each<[string, string, object]>([
    ['a text', 'x'.repeat(2000), { ok: true }],
    ['too long', 'x'.repeat(2001), { error_code: 400 }],
    ['empty', ' ', { error_code: 400 }],
    ['a stray brace', 'a } b', { error_code: 400 }],
  ])('lengths and markup: %s', async (_, text, expected) => {
    an.types('xin chào');
    expect(await say('1001', text)).toMatchObject({ status: 200, ...expected });
  });

  test('only to those who have written first and not blocked the bot', async () => {
    expect(await say('1001', 'x')).toMatchObject({
      error_code: 400,
      description: 'Bad Request: chat not found',
    });
    an.types('xin chào');
    expect(await say('1001', 'x')).toMatchObject({ ok: true });
    an.blocks();
    expect(await say('1001', 'x')).toMatchObject({ error_code: 400 });
    expect(() => an.types('x')).toThrow('An has blocked the bot');
    an.unblocks();
    expect(await say('1001', 'x')).toMatchObject({ ok: true });
  });
});

describe('the plan', () => {
  test('counts both ways, and begins anew with the month of Vietnam', async () => {
    an.types('1');
    an.types('2');
    for (const text of ['3', '4', '5']) expect(await say('1001', text)).toMatchObject({ ok: true });
    expect(await say('1001', '6')).toMatchObject({ status: 200, error_code: 429 });
    now = Date.UTC(2026, 11, 31, 16, 59);
    expect(await say('1001', '6')).toMatchObject({ error_code: 429 });
    now = Date.UTC(2026, 11, 31, 17);
    expect(await say('1001', '6')).toMatchObject({ ok: true });
    expect(zalo.quota.history()).toEqual([
      { month: '2026-12', sent: 3, received: 2 },
      { month: '2027-01', sent: 1, received: 0 },
    ]);
  });

  test('lets no more people in than it has room for', async () => {
    an.types('xin chào');
    zalo.person('1002').types('xin chào');
    zalo.person('1003').types('xin chào');
    an.types('lần nữa');
    expect(zalo.turnedAway).toEqual(['1003']);
    expect(zalo.pending()).toHaveLength(3);
    expect(await say('1003', 'x')).toMatchObject({ error_code: 400 });
  });

  test('is each bot’s own', async () => {
    const three = await startZaloServer({ tokens: ['1:a', '2:b', '3:c'], quota: { users: 1 } });
    for (const bot of three.bots) bot.person('1001').types('xin chào');
    expect(three.bots.map(({ quota }) => quota.people())).toEqual([1, 1, 1]);
    expect(three.bots.flatMap(({ turnedAway }) => turnedAway)).toEqual([]);
    await three.close();
  });
});

describe('updates', () => {
  test('one a poll, and then it is gone', async () => {
    const [first, second] = [an.types('1'), an.types('2')];
    expect(await poll()).toEqual({ status: 200, ok: true, result: first });
    expect(await poll()).toMatchObject({ result: second });
    expect(await poll()).toMatchObject({ status: 200, ok: false, error_code: 408 });
  });

  test('end a long poll as they come; a second poll ends the first', async () => {
    const older = poll(30);
    await zalo.called('getUpdates');
    const newer = poll(30);
    expect(await older).toMatchObject({ error_code: 409 });
    const update = an.types('1');
    expect(await newer).toMatchObject({ result: update });
  });

  test('are not given while a webhook is set; its secret is checked, its address saved whatever the probe says', async () => {
    const url = 'http://127.0.0.1:9/unused';
    expect(await call('setWebhook', { url, secret_token: 'short' })).toMatchObject({ error_code: 400 });
    expect(await call('setWebhook', { url, secret_token: 'long-enough' })).toMatchObject({ result: { url } });
    expect(await poll()).toMatchObject({ error_code: 400 });
    await call('deleteWebhook');
    expect(await poll()).toMatchObject({ error_code: 408 });
  });

  test('flat and wrapped by turns', async () => {
    const mixed = await startZaloServer({ shape: 'mixed' });
    const binh = mixed.person('1002', 'Bình');
    for (const _ of [1, 2]) binh.sendsPhoto(new Uint8Array([1, 2]), 'ảnh');
    const fetched = [];
    for (const _ of [1, 2]) {
      const response = await fetch(`${mixed.root}/bot${mixed.token}/getUpdates`, {
        method: 'POST',
        body: '{}',
      });
      fetched.push(await response.json());
    }
    expect(fetched).toMatchObject([
      { ok: true, result: { message: { from: { display_name: 'Bình' }, photo: `${mixed.root}/photos/1` } } },
      {
        event_name: 'message.image.received',
        message: { from: { name: 'Bình' }, photo_url: `${mixed.root}/photos/2` },
      },
    ]);
    expect(fetched[1]).not.toHaveProperty('ok');
    const photo = await fetch(`${mixed.root}/photos/1`);
    expect(new Uint8Array(await photo.arrayBuffer())).toEqual(new Uint8Array([1, 2]));
    await mixed.close();
  });
});

describe('people', () => {
  test('pick a line by its label or its key, on the newest message that has it', async () => {
    an.types('xin chào');
    await say('1001', 'Có sự cố không?\n\n1. Có\n2. Không');
    await say('1001', 'Bao nhiêu?\n\nQ. Quay lại\nTrả lời bằng số.');
    expect(an.picks('Không')).toMatchObject({ message: { text: '2' } });
    expect(an.picks('Quay lại')).toMatchObject({ message: { text: 'Q' } });
    expect(() => an.picks('Gửi')).toThrow('No line “Gửi” on the screen of An (1001):\n  An ← xin chào');
  });

  test('receive in order, each message once; wait in vain with all that happened', async () => {
    an.types('xin chào');
    await say('1001', 'Kỳ báo cáo nào?');
    await say('1001', 'Có sự cố không?');
    expect((await an.receives('Kỳ')).text).toBe('Kỳ báo cáo nào?');
    expect((await an.receives((message) => message.text.endsWith('?'))).text).toBe('Có sự cố không?');
    await expect(an.receives('Kỳ', 20)).rejects.toThrow('Waited 20 ms in vain. No “Kỳ” for An (1001):');
  });
});
