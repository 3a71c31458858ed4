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

describe('the request', () => {
  test('plain text, no markup, no preview of links', async () => {
    expect(await channel.send('1001', { text: 'Còn *2* báo cáo <b>phải</b> gửi' })).toEqual({
      kind: 'sent',
      messageId: String(an.messages[0]?.messageId),
      shownAt: expect.any(Date),
    });
    expect(telegram.calls).toEqual([
      {
        method: 'sendMessage',
        verb: 'POST',
        contentType: 'application/json',
        params: {
          chat_id: 1001,
          text: 'Còn *2* báo cáo <b>phải</b> gửi',
          link_preview_options: { is_disabled: true },
        },
      },
    ]);
  });

  test('choices as rows of buttons under the text', async () => {
    await channel.send('1001', {
      text: 'Có sự cố không?',
      choices: [
        [
          { label: 'Có', data: 'q3:yes' },
          { label: 'Không', data: 'q3:no' },
        ],
        [{ label: 'Để sau', data: 'q3:later' }],
      ],
    });
    expect(telegram.calls[0]?.params).toEqual({
      chat_id: 1001,
      text: 'Có sự cố không?',
      link_preview_options: { is_disabled: true },
      reply_markup: {
        inline_keyboard: [
          [
            { text: 'Có', callback_data: 'q3:yes' },
            { text: 'Không', callback_data: 'q3:no' },
          ],
          [{ text: 'Để sau', callback_data: 'q3:later' }],
        ],
      },
    });
  });

  test('retiring the choices leaves the same text without buttons', async () => {
    await channel.send('1001', { text: 'Có sự cố không?', choices: [[{ label: 'Có', data: 'q3:yes' }]] });
    const messageId = String(an.messages[0]?.messageId);
    expect(await channel.retireChoices?.('1001', messageId, 'Có sự cố không?')).toEqual({
      kind: 'sent',
      messageId,
    });
    expect(telegram.calls[1]).toEqual({
      method: 'editMessageText',
      verb: 'POST',
      contentType: 'application/json',
      params: {
        chat_id: 1001,
        message_id: Number(messageId),
        text: 'Có sự cố không?',
        link_preview_options: { is_disabled: true },
      },
    });
    expect(an.messages[0]).toMatchObject({ text: 'Có sự cố không?', buttons: [], edits: 1 });
  });

  test('choices that are gone already count as retired', async () => {
    await channel.send('1001', { text: 'Đã ghi' });
    const messageId = String(an.messages[0]?.messageId);
    expect(await channel.retireChoices?.('1001', messageId, 'Đã ghi')).toEqual({ kind: 'sent', messageId });
  });

  test('a message that no longer exists cannot be edited', async () => {
    expect(await channel.retireChoices?.('1001', '999', 'Đã ghi')).toEqual({
      kind: 'refused',
      reason: 'rejected',
      detail: '400 Bad Request: message to edit not found',
    });
  });

  test('a tap is acknowledged', async () => {
    await channel.send('1001', { text: 'Có sự cố không?', choices: [[{ label: 'Có', data: 'q3:yes' }]] });
    const tap = an.taps('Có').callback_query as { id: string };
    await channel.acknowledgeTap?.(tap.id);
    expect(telegram.calls[1]).toMatchObject({
      method: 'answerCallbackQuery',
      params: { callback_query_id: tap.id },
    });
    expect(log.lines).toEqual([]);
  });

  test('a tap that is too old to be acknowledged is one line for debugging', async () => {
    await channel.acknowledgeTap?.('long-ago');
    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
      ['debug', 'tap not acknowledged'],
    ]);
  });
});

describe('the token', () => {
  test('a refused one is said plainly in the log', async () => {
    const stranger = channelWith({ token: '4242:WRONG-secret', apiRoot: telegram.root });
    expect(await stranger.send('1001', { text: 'Nhắc hạn' })).toMatchObject({
      kind: 'retry',
      afterMs: 60_000,
    });
    expect(log.lines).toEqual([
      {
        level: 'error',
        object: { bot: 'telegram:4242', answer: '401 Unauthorized' },
        message: 'token refused by Telegram: check TELEGRAM_BOT_TOKEN',
      },
    ]);
  });

  test('is in no result and no log line, whatever goes wrong', async () => {
    const faults: Fault[] = [
      { kind: 'refuse', status: 401, description: `no bot ${telegram.token}` },
      {
        kind: 'refuse',
        status: 400,
        description: `bad call /bot${encodeURIComponent(telegram.token)}/sendMessage`,
      },
      { kind: 'gateway', status: 502 },
      { kind: 'gateway', status: 200 },
      { kind: 'drop' },
      { kind: 'hang' },
    ];
    const results: unknown[] = [];
    const hasty = channelWith({ token: telegram.token, apiRoot: telegram.root, timeoutMs: 50 });
    for (const fault of faults) {
      telegram.faults.next(fault);
      results.push(await hasty.send('1001', { text: 'Nhắc hạn' }));
      seconds += 2;
    }
    for (const apiRoot of ['http://127.0.0.1:6000', 'http://[', telegram.root.replace('http:', 'https:')]) {
      results.push(await channelWith({ token: telegram.token, apiRoot }).send('1001', { text: 'Nhắc hạn' }));
    }
    await hasty.acknowledgeTap?.('long-ago');
    expect(results).toHaveLength(9);
    expect(JSON.stringify(results) + log.text()).not.toContain('TEST-secret-token');
    expect(JSON.stringify(results)).toContain('<token>');
  });
});

test('the gaps hold the limits: 30 a second for the bot, one a second for a chat', () => {
  expect(30 * channel.limits.botGapMs).toBeGreaterThan(1000);
  expect(channel.limits.chatGapMs).toBeGreaterThan(1000);
});
