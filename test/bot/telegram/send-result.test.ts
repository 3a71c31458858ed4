import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createTelegramApi } from '#bot/telegram/api.ts';
import { createTelegramChannel } from '#bot/telegram/channel.ts';
import type { Channel } from '#domain/channel.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import type { Fault } from '#test/fakes/telegram/faults.ts';
import type { Person } from '#test/fakes/telegram/person.ts';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';

let telegram: TelegramServer;
let an: Person;
let channel: Channel;
let log: ReturnType<typeof recordedLog>;
let seconds: number;

beforeEach(async () => {
  seconds = 0;
  telegram = await startTelegramServer({ now: () => seconds * 1000 });
  an = telegram.person(1001, 'An');
  an.types('/start');
  log = recordedLog();
  channel = channelWith({ token: telegram.token, apiRoot: telegram.root });
});

afterEach(() => telegram.close());

function channelWith(settings: { token: string; apiRoot: string; timeoutMs?: number }): Channel {
  return createTelegramChannel({ api: createTelegramApi(settings), bot: telegram.bot, log });
}

describe('what became of it', () => {
  test.each<[string, Fault, object]>([
    [
      'too many: as long as Telegram asks for',
      { kind: 'refuse', status: 429, description: 'Too Many Requests: retry after 7', retryAfter: 7 },
      { kind: 'retry', afterMs: 7000, reason: '429 Too Many Requests: retry after 7' },
    ],
    [
      'too many, said only in words',
      { kind: 'refuse', status: 429, description: 'Too Many Requests: retry after 7' },
      { kind: 'retry', afterMs: 7000, reason: '429 Too Many Requests: retry after 7' },
    ],
    [
      'Telegram is ill',
      { kind: 'refuse', status: 500, description: 'Internal Server Error' },
      { kind: 'retry', afterMs: 3000, reason: '500 Internal Server Error' },
    ],
    [
      'a gateway answers with a page',
      { kind: 'gateway', status: 502 },
      { kind: 'retry', afterMs: 3000, reason: '502 something other than Telegram answered with HTTP 502' },
    ],
    [
      'a portal’s “forbidden” is not a person who blocked the bot',
      { kind: 'gateway', status: 403 },
      { kind: 'retry', afterMs: 3000, reason: '502 something other than Telegram answered with HTTP 403' },
    ],
    [
      'a gateway that heard nothing more: it may have arrived',
      { kind: 'gateway', status: 504 },
      { kind: 'unknown', detail: '504 something other than Telegram answered with HTTP 504' },
    ],
    [
      'a page instead of an answer: it may have arrived',
      { kind: 'gateway', status: 200 },
      { kind: 'unknown', detail: 'something other than Telegram answered with HTTP 200' },
    ],
    [
      'deactivated',
      { kind: 'refuse', status: 403, description: 'Forbidden: user is deactivated' },
      { kind: 'refused', reason: 'blocked', detail: '403 Forbidden: user is deactivated' },
    ],
    [
      'an id that is nobody’s any more',
      { kind: 'refuse', status: 400, description: 'Bad Request: PEER_ID_INVALID' },
      { kind: 'refused', reason: 'blocked', detail: '400 Bad Request: PEER_ID_INVALID' },
    ],
    [
      'a revoked token: the queue waits, no message is given up',
      { kind: 'refuse', status: 401, description: 'Unauthorized' },
      { kind: 'retry', afterMs: 60_000, reason: '401 Unauthorized' },
    ],
  ])('%s', async (_, fault, expected) => {
    telegram.faults.next(fault);
    expect(await channel.send('1001', { text: 'Nhắc hạn' })).toEqual(expected);
    expect(an.messages).toEqual([]);
  });

  test('blocked by the person', async () => {
    an.blocks();
    expect(await channel.send('1001', { text: 'Nhắc hạn' })).toEqual({
      kind: 'refused',
      reason: 'blocked',
      detail: '403 Forbidden: bot was blocked by the user',
    });
  });

  test('nobody there', async () => {
    expect(await channel.send('5555', { text: 'Nhắc hạn' })).toEqual({
      kind: 'refused',
      reason: 'blocked',
      detail: '400 Bad Request: chat not found',
    });
  });

  test('longer than Telegram takes', async () => {
    expect(await channel.send('1001', { text: 'x'.repeat(channel.limits.textLength) })).toMatchObject({
      kind: 'sent',
    });
    seconds = 2;
    expect(await channel.send('1001', { text: 'x'.repeat(channel.limits.textLength + 1) })).toEqual({
      kind: 'refused',
      reason: 'rejected',
      detail: '400 Bad Request: message is too long',
    });
  });

  test('no answer in time: it may have arrived', async () => {
    telegram.faults.next({ kind: 'hang' });
    const hasty = channelWith({ token: telegram.token, apiRoot: telegram.root, timeoutMs: 50 });
    expect(await hasty.send('1001', { text: 'Nhắc hạn' })).toEqual({
      kind: 'unknown',
      detail: 'no answer in time',
    });
  });

  test('the connection was cut before the answer: it did arrive', async () => {
    telegram.faults.next({ kind: 'drop' });
    expect(await channel.send('1001', { text: 'Nhắc hạn' })).toMatchObject({ kind: 'unknown' });
    expect(an.messages).toMatchObject([{ text: 'Nhắc hạn' }]);
  });

  test('no connection: it never went out', async () => {
    const closed = await startTelegramServer();
    await closed.close();
    const nobody = channelWith({ token: closed.token, apiRoot: closed.root });
    expect(await nobody.send('1001', { text: 'Nhắc hạn' })).toMatchObject({
      kind: 'retry',
      afterMs: 3000,
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('no TLS where TLS was expected: it never went out', async () => {
    const wrong = channelWith({ token: telegram.token, apiRoot: telegram.root.replace('http:', 'https:') });
    expect(await wrong.send('1001', { text: 'Nhắc hạn' })).toMatchObject({ kind: 'retry' });
  });

  test('a reset during the TLS handshake, as filters do it: it never went out', async () => {
    const filter = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    await new Promise<void>((resolve) => filter.listen(0, '127.0.0.1', resolve));
    const { port } = filter.address() as AddressInfo;
    const filtered = channelWith({ token: telegram.token, apiRoot: `https://127.0.0.1:${port}` });
    expect(await filtered.send('1001', { text: 'Nhắc hạn' })).toMatchObject({ kind: 'retry' });
    filter.close();
  });

  test('no such name: it never went out', async () => {
    const nowhere = channelWith({ token: telegram.token, apiRoot: 'http://telegram.invalid' });
    expect(await nowhere.send('1001', { text: 'Nhắc hạn' })).toMatchObject({ kind: 'retry' });
  });
});
