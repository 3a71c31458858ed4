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
let seconds: number;

beforeEach(async () => {
  seconds = 0;
  zalo = await startZaloServer();
  an = zalo.person('1001', 'An');
  an.types('xin chào');
  log = recordedLog();
  channel = channelWith({ token: zalo.token, apiRoot: zalo.root });
});

afterEach(() => zalo.close());

function channelWith(settings: { token: string; apiRoot: string; timeoutMs?: number }): Channel {
  return createZaloChannel({ api: createZaloApi(settings), bot: zalo.bot, log, now: () => seconds * 1000 });
}

const textsOf = (person: Person) => person.messages.map(({ text }) => text);

describe('the request', () => {
  test('plain text to the chat, nothing else', async () => {
    expect(await channel.send('1001', { text: 'Còn *2* báo cáo <b>phải</b> gửi' })).toEqual({
      kind: 'sent',
      messageId: an.messages[0]?.messageId,
      shownAt: expect.any(Date),
    });
    expect(zalo.calls).toEqual([
      {
        method: 'sendMessage',
        verb: 'POST',
        contentType: 'application/json',
        params: { chat_id: '1001', text: 'Còn *2* báo cáo <b>phải</b> gửi' },
      },
    ]);
  });

  test('choices as lines that are answered by typing', async () => {
    await channel.send('1001', {
      text: 'Có sự cố không?',
      choices: [
        [
          { label: 'Có', data: 'q3:yes' },
          { label: 'Không', data: 'q3:no' },
        ],
      ],
    });
    expect(textsOf(an)).toEqual(['Có sự cố không?\n\n1. Có\n2. Không\nTrả lời bằng số hoặc chữ.']);
    expect(an.picks('Không')).toMatchObject({ message: { text: '2' } });
  });

  test('no brace reaches Zalo', async () => {
    expect(await channel.send('1001', { text: 'Mã {ABCD}' })).toMatchObject({ kind: 'sent' });
    expect(textsOf(an)).toEqual(['Mã (ABCD)']);
  });

  test('nothing can be edited or acknowledged', () => {
    expect(channel.retireChoices).toBeUndefined();
    expect(channel.acknowledgeTap).toBeUndefined();
    expect(channel).toMatchObject({ bot: 'zalo:4242', kind: 'zalo', limits: { textLength: 2000 } });
  });

  test('an answer without an id is still a message that was taken', async () => {
    zalo.faults.next({ kind: 'body', body: '{"ok":true}' });
    expect(await channel.send('1001', { text: 'Nhắc hạn' })).toEqual({ kind: 'sent', messageId: 'unnamed' });
  });

  test.each<[string, Parameters<Channel['send']>[1]]>([
    ['no text', { text: ' \n' }],
    ['no label', { text: 'Có không?', choices: [[{ label: ' ', data: 'x' }]] }],
    ['no data', { text: 'Có không?', choices: [[{ label: 'Có', data: '' }]] }],
    [
      'data that no other channel takes',
      { text: 'Có không?', choices: [[{ label: 'Có', data: 'ă'.repeat(33) }]] },
    ],
    ['a text that would take six messages', { text: 'x'.repeat(10_000) }],
  ])('what cannot be sent is refused before it goes out: %s', async (_, message) => {
    expect(await channel.send('1001', message)).toMatchObject({ kind: 'refused', reason: 'rejected' });
    expect(zalo.calls).toEqual([]);
  });
});

describe('a text of several messages', () => {
  const parts = [`${'a'.repeat(1500)}.`, `${'b'.repeat(1500)}.`, `${'c'.repeat(1500)}.`];
  const long = { text: parts.join('\n\n') };
  const shown = parts.map((part, at) => `(${at + 1}/3)\n${part}`);

  test('all in order; the last one’s id is the message’s', async () => {
    expect(await channel.send('1001', long)).toEqual({
      kind: 'sent',
      messageId: an.messages[2]?.messageId,
      shownAt: expect.any(Date),
      parts: 3,
    });
    expect(textsOf(an)).toEqual(shown);
  });

  test.each<[string, Fault, string]>([
    [
      'Zalo falls ill',
      { kind: 'gateway', status: 502 },
      '502 something other than Zalo answered with HTTP 502',
    ],
    [
      'Zalo’s own error',
      { kind: 'refuse', code: 403, description: 'Internal server error' },
      '403 Internal server error',
    ],
  ])('%s in between: uncertain, and the next try goes on where it was', async (_, fault, said) => {
    failSecond(fault);
    expect(await channel.send('1001', long)).toEqual({
      kind: 'unknown',
      detail: `1 of 3 parts sent, then ${said}`,
      parts: 1,
    });
    seconds = 900;
    expect(await channel.send('1001', long)).toMatchObject({ kind: 'sent', parts: 2 });
    expect(textsOf(an)).toEqual(shown);
  });

  test('the answer to one is lost: only that one comes twice', async () => {
    failSecond({ kind: 'drop' });
    expect(await channel.send('1001', long)).toMatchObject({ kind: 'unknown' });
    expect(await channel.send('1001', long)).toMatchObject({ kind: 'sent' });
    expect(textsOf(an)).toEqual([shown[0], shown[1], shown[1], shown[2]]);
  });

  test('the quota ends in between: the bot waits, and says how far it came', async () => {
    failSecond({ kind: 'refuse', code: 429, description: 'Quota exceeded' });
    expect(await channel.send('1001', long)).toEqual({
      kind: 'retry',
      afterMs: 3_600_000,
      reason: '1 of 3 parts sent, then 429 Quota exceeded',
      quotaUsedUp: true,
      parts: 1,
    });
  });

  test('refused in between: it says how far it came', async () => {
    failSecond({ kind: 'refuse', code: 400, description: 'Bad Request' });
    expect(await channel.send('1001', long)).toEqual({
      kind: 'refused',
      reason: 'rejected',
      detail: '1 of 3 parts sent, then 400 Bad Request',
      parts: 1,
    });
  });

  test('another text, another chat, or an hour later: from the beginning', async () => {
    an.types('x');
    const binh = zalo.person('1002', 'Bình');
    binh.types('xin chào');
    failSecond({ kind: 'gateway', status: 502 });
    await channel.send('1001', long);
    await channel.send('1002', long);
    expect(textsOf(binh)).toEqual(shown);
    await channel.send('1001', { text: `${long.text}!` });
    expect(textsOf(an).slice(1)).toEqual([...shown.slice(0, 2), `${shown[2]}!`]);
    failSecond({ kind: 'gateway', status: 502 });
    await channel.send('1001', long);
    seconds = 3600;
    await channel.send('1001', long);
    expect(textsOf(an).slice(-3)).toEqual(shown);
  });

  test('no part begins so late that the claim could end before it does', async () => {
    const api = createZaloApi({ token: zalo.token, apiRoot: zalo.root });
    const slow = createZaloChannel({
      api: {
        sendMessage: (chatId, text) => {
          seconds += 7;
          return api.sendMessage(chatId, text);
        },
      },
      bot: zalo.bot,
      log,
      now: () => seconds * 1000,
    });
    expect(await slow.send('1001', long)).toEqual({
      kind: 'unknown',
      detail: '2 of 3 parts sent, the others follow',
      parts: 2,
    });
    expect(await slow.send('1001', long)).toMatchObject({ kind: 'sent' });
    expect(textsOf(an)).toEqual(shown);
  });

  /** The first call goes well, the second does not. */
  function failSecond(fault: Fault) {
    zalo.faults.next({ kind: 'halting', rest: Promise.resolve() });
    zalo.faults.next(fault);
  }
});

describe('the token', () => {
  test('a refused one is said plainly in the log', async () => {
    const stranger = channelWith({ token: '4242:WRONG-secret', apiRoot: zalo.root });
    expect(await stranger.send('1001', { text: 'Nhắc hạn' })).toEqual({
      kind: 'retry',
      afterMs: 60_000,
      reason: '401 Unauthorized',
    });
    expect(log.lines).toEqual([
      {
        level: 'error',
        object: { bot: 'zalo:4242', answer: '401 Unauthorized' },
        message: 'token refused by Zalo: check ZALO_BOT_TOKENS',
      },
    ]);
  });

  test('is in no result and no log line, whatever goes wrong', async () => {
    const faults: Fault[] = [
      { kind: 'refuse', code: 401, description: `no bot ${zalo.token}` },
      {
        kind: 'refuse',
        code: 400,
        description: `bad call /bot${encodeURIComponent(zalo.token)}/sendMessage`,
      },
      { kind: 'refuse', code: 500, description: `TEST-secret-token` },
      { kind: 'gateway', status: 502 },
      { kind: 'gateway', status: 200 },
      { kind: 'drop' },
      { kind: 'hang' },
    ];
    const results: unknown[] = [];
    const hasty = channelWith({ token: zalo.token, apiRoot: zalo.root, timeoutMs: 50 });
    for (const fault of faults) {
      zalo.faults.next(fault);
      results.push(await hasty.send('1001', { text: 'Nhắc hạn' }));
    }
    for (const apiRoot of ['http://127.0.0.1:6000', 'http://[', zalo.root.replace('http:', 'https:')]) {
      results.push(await channelWith({ token: zalo.token, apiRoot }).send('1001', { text: 'Nhắc hạn' }));
    }
    expect(results).toHaveLength(10);
    expect(JSON.stringify(results) + log.text()).not.toContain('TEST-secret-token');
    expect(JSON.stringify(results)).toContain('<token>');
  });
});
