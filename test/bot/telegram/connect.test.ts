import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { connectTelegram, connectWhenReachable } from '#bot/telegram/connect.ts';
import { offerCommands } from '#bot/telegram/command-menu.ts';
import { createTelegramApi } from '#bot/telegram/api.ts';
import { setTelegramWebhook } from '#bot/telegram/set-webhook.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';

let telegram: TelegramServer;
let log: ReturnType<typeof recordedLog>;

beforeEach(async () => {
  telegram = await startTelegramServer();
  log = recordedLog();
});

afterEach(() => telegram.close());

const settings = () => ({ token: telegram.token, apiRoot: telegram.root });

describe('who the bot is', () => {
  test('its id names the bot, its user name makes the link', async () => {
    expect(await connectTelegram(settings(), log)).toMatchObject({
      kind: 'connected',
      bot: 'telegram:4242',
      username: 'nhac_han_bot',
      channel: { bot: 'telegram:4242', kind: 'telegram' },
    });
  });

  test('a slash at the end of the root does no harm', async () => {
    const result = await connectTelegram({ token: telegram.token, apiRoot: `${telegram.root}/` }, log);
    expect(result.kind).toBe('connected');
  });

  test('a wrong token is told from a server that cannot be reached', async () => {
    expect(await connectTelegram({ ...settings(), token: '4242:WRONG' }, log)).toEqual({
      kind: 'token-refused',
      detail: '401 Unauthorized',
    });
    telegram.faults.outage(502);
    expect(await connectTelegram(settings(), log)).toMatchObject({ kind: 'unreachable' });
  });
});

describe('a start while Telegram cannot be reached', () => {
  test('asks with growing waits until it answers', async () => {
    const waits: number[] = [];
    telegram.faults.outage(502);
    const connection = await connectWhenReachable(settings(), {
      log,
      signal: new AbortController().signal,
      wait: async (ms) => {
        waits.push(ms);
        if (waits.length === 3) telegram.faults.over();
      },
    });
    expect(connection?.bot).toBe('telegram:4242');
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
      ['warn', 'Telegram cannot be reached'],
      ['warn', 'Telegram cannot be reached'],
      ['warn', 'Telegram cannot be reached'],
    ]);
  });

  test('gives up on a wrong token, saying so without showing it', async () => {
    const deps = { log, signal: new AbortController().signal };
    expect(await connectWhenReachable({ ...settings(), token: '4242:WRONG-secret' }, deps)).toBeUndefined();
    expect(log.lines).toMatchObject([
      { level: 'error', message: 'token refused by Telegram: check TELEGRAM_BOT_TOKEN' },
    ]);
    expect(log.text()).not.toContain('WRONG-secret');
  });

  test('ends when it is told to stop', async () => {
    telegram.faults.outage(502);
    const stop = new AbortController();
    const wait = async () => stop.abort();
    expect(await connectWhenReachable(settings(), { log, signal: stop.signal, wait })).toBeUndefined();
  });
});

describe('the command menu', () => {
  const menus = [
    { commands: [{ command: 'baocao', description: 'Reports to send' }] },
    { language: 'vi', commands: [{ command: 'baocao', description: 'Báo cáo phải gửi' }] },
  ];

  test('one for everyone, one for each language', async () => {
    await offerCommands({ api: createTelegramApi(settings()), bot: telegram.bot, log }, menus);
    expect(telegram.calls.map(({ method, params }) => [method, params])).toEqual([
      ['setMyCommands', { commands: [{ command: 'baocao', description: 'Reports to send' }] }],
      [
        'setMyCommands',
        { commands: [{ command: 'baocao', description: 'Báo cáo phải gửi' }], language_code: 'vi' },
      ],
    ]);
    expect(log.lines).toEqual([]);
  });

  test('a server without menus costs one line for debugging', async () => {
    const minimal = await startTelegramServer({ minimal: true });
    const api = createTelegramApi({ token: minimal.token, apiRoot: minimal.root });
    await offerCommands({ api, bot: minimal.bot, log }, menus);
    await minimal.close();
    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
      ['debug', 'command menu not set'],
    ]);
  });
});

test('a webhook is set with its secret; a secret that Telegram does not take is a failure to show', async () => {
  const api = createTelegramApi(settings());
  expect(await setTelegramWebhook(api, { url: `${telegram.root}/unused`, secret: 'không được' })).toEqual({
    kind: 'failed',
    detail: '400 Bad Request: secret token contains unallowed characters',
  });
  expect(await setTelegramWebhook(api, { url: `${telegram.root}/unused`, secret: 's3cret' })).toEqual({
    kind: 'set',
  });
  expect(telegram.calls[1]?.params).toEqual({
    url: `${telegram.root}/unused`,
    secret_token: 's3cret',
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
  });
});
