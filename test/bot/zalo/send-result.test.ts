import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createZaloApi } from '#bot/zalo/api.ts';
import { createZaloChannel } from '#bot/zalo/channel.ts';
import type { Channel } from '#domain/channel.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import type { Fault } from '#test/fakes/zalo/faults.ts';
import type { Person } from '#test/fakes/zalo/person.ts';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';

let zalo: ZaloServer;
let an: Person;
let channel: Channel;
let log: ReturnType<typeof recordedLog>;

beforeEach(async () => {
  zalo = await startZaloServer({ quota: { messagesPerMonth: 3 } });
  an = zalo.person('1001', 'An');
  an.types('xin chào');
  log = recordedLog();
  channel = channelWith({ token: zalo.token, apiRoot: zalo.root });
});

afterEach(() => zalo.close());

function channelWith(settings: { token: string; apiRoot: string; timeoutMs?: number }): Channel {
  return createZaloChannel({ api: createZaloApi(settings), bot: zalo.bot, log });
}

const quotaUsedUp = {
  kind: 'retry',
  afterMs: 3_600_000,
  reason: '429 Quota exceeded',
  quotaUsedUp: true,
};

describe('what became of it', () => {
  test.each<[string, Fault, object]>([
    [
      'a bad token, said in the body of a 200: the queue waits, no message is given up',
      { kind: 'refuse', code: 401, description: 'Unauthorized' },
      { kind: 'retry', afterMs: 60_000, reason: '401 Unauthorized' },
    ],
    [
      'the quota of the month is used up',
      { kind: 'refuse', code: 429, description: 'Quota exceeded' },
      quotaUsedUp,
    ],
    [
      'the same under the other name',
      { kind: 'refuse', code: 429, description: 'Quota exceeded', camelCase: true },
      quotaUsedUp,
    ],
    [
      'the same as HTTP status',
      { kind: 'refuse', code: 429, description: 'Quota exceeded', asStatus: true },
      quotaUsedUp,
    ],
    [
      'the same as text',
      { kind: 'body', body: '{"ok":false,"error_code":"429","description":"Quota exceeded"}' },
      quotaUsedUp,
    ],
    [
      'the cap of a day',
      { kind: 'refuse', code: 426, description: 'Daily limit' },
      { kind: 'retry', afterMs: 3_600_000, reason: '426 Daily limit' },
    ],
    [
      'what Zalo calls forbidden is an error of its own',
      { kind: 'refuse', code: 403, description: 'Internal server error' },
      { kind: 'retry', afterMs: 3000, reason: '403 Internal server error' },
    ],
    [
      'Zalo is ill',
      { kind: 'refuse', code: 500, description: 'Internal server error' },
      { kind: 'retry', afterMs: 3000, reason: '500 Internal server error' },
    ],
    [
      'a refusal without any code may pass',
      { kind: 'body', body: '{"ok":false,"error_code":null}' },
      { kind: 'retry', afterMs: 3000, reason: '500' },
    ],
    [
      'a gateway answers with a page',
      { kind: 'gateway', status: 502 },
      { kind: 'retry', afterMs: 3000, reason: '502 something other than Zalo answered with HTTP 502' },
    ],
    [
      'a portal’s “forbidden” is nobody’s refusal',
      { kind: 'gateway', status: 403 },
      { kind: 'retry', afterMs: 3000, reason: '502 something other than Zalo answered with HTTP 403' },
    ],
    [
      'a gateway that heard nothing more: it may have arrived',
      { kind: 'gateway', status: 504 },
      { kind: 'unknown', detail: '504 something other than Zalo answered with HTTP 504' },
    ],
    [
      'Zalo gave up waiting for itself: it may have arrived',
      { kind: 'refuse', code: 408, description: 'Request timeout' },
      { kind: 'unknown', detail: '408 Request timeout' },
    ],
    [
      'a page instead of an answer: it may have arrived',
      { kind: 'gateway', status: 200 },
      { kind: 'unknown', detail: 'something other than Zalo answered with HTTP 200' },
    ],
    [
      'sent elsewhere: the token does not follow',
      { kind: 'gateway', status: 302 },
      { kind: 'unknown', detail: 'something other than Zalo answered with HTTP 302' },
    ],
    [
      'a call that Zalo does not take',
      { kind: 'refuse', code: 400, description: 'Bad Request: chat_id is not valid' },
      { kind: 'refused', reason: 'rejected', detail: '400 Bad Request: chat_id is not valid' },
    ],
    [
      'a method that is not there',
      { kind: 'refuse', code: 404, description: 'Not Found' },
      { kind: 'refused', reason: 'rejected', detail: '404 Not Found' },
    ],
  ])('%s', async (_, fault, expected) => {
    zalo.faults.next(fault);
    expect(await channel.send('1001', { text: 'Nhắc hạn' })).toEqual(expected);
    expect(an.messages).toEqual([]);
  });

  test('somebody who has never written', async () => {
    expect(await channel.send('5555', { text: 'Nhắc hạn' })).toEqual({
      kind: 'refused',
      reason: 'blocked',
      detail: '400 Bad Request: chat not found',
    });
  });

  test('blocked by the person', async () => {
    an.blocks();
    expect(await channel.send('1001', { text: 'Nhắc hạn' })).toMatchObject({
      kind: 'refused',
      reason: 'blocked',
    });
  });

  test('the plan’s last message, and the one after it', async () => {
    expect(await channel.send('1001', { text: 'một' })).toMatchObject({ kind: 'sent' });
    expect(await channel.send('1001', { text: 'hai' })).toMatchObject({ kind: 'sent' });
    expect(await channel.send('1001', { text: 'ba' })).toEqual(quotaUsedUp);
    expect(zalo.quota.used()).toMatchObject({ sent: 2, received: 1 });
    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
      ['error', "the bot's messages of this month are used up"],
    ]);
  });

  test('no answer in time: it may have arrived', async () => {
    zalo.faults.next({ kind: 'hang' });
    const hasty = channelWith({ token: zalo.token, apiRoot: zalo.root, timeoutMs: 50 });
    expect(await hasty.send('1001', { text: 'Nhắc hạn' })).toEqual({
      kind: 'unknown',
      detail: 'no answer in time',
    });
  });

  test('the connection was cut before the answer: it did arrive', async () => {
    zalo.faults.next({ kind: 'drop' });
    expect(await channel.send('1001', { text: 'Nhắc hạn' })).toMatchObject({ kind: 'unknown' });
    expect(an.messages).toMatchObject([{ text: 'Nhắc hạn' }]);
  });

  test('no connection: it never went out', async () => {
    const closed = await startZaloServer();
    await closed.close();
    const nobody = channelWith({ token: closed.token, apiRoot: closed.root });
    expect(await nobody.send('1001', { text: 'Nhắc hạn' })).toMatchObject({
      kind: 'retry',
      afterMs: 3000,
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('a reset during the TLS handshake, as filters do it: it never went out', async () => {
    const filter = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    await new Promise<void>((resolve) => filter.listen(0, '127.0.0.1', resolve));
    const { port } = filter.address() as AddressInfo;
    const filtered = channelWith({ token: zalo.token, apiRoot: `https://127.0.0.1:${port}` });
    expect(await filtered.send('1001', { text: 'Nhắc hạn' })).toMatchObject({ kind: 'retry' });
    filter.close();
  });

  test('no such name, and no address at all: it never went out', async () => {
    for (const apiRoot of ['http://zalo.invalid', 'http://[']) {
      const nowhere = channelWith({ token: zalo.token, apiRoot });
      expect(await nowhere.send('1001', { text: 'Nhắc hạn' })).toMatchObject({ kind: 'retry' });
    }
  });
});
