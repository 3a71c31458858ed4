import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createZaloApi } from '#bot/zalo/api.ts';
import { connectWhenReachable, connectZalo } from '#bot/zalo/connect.ts';
import { setZaloWebhook } from '#bot/zalo/set-webhook.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';

let zalo: ZaloServer;
let log: ReturnType<typeof recordedLog>;

beforeEach(async () => {
  zalo = await startZaloServer();
  log = recordedLog();
});

afterEach(() => zalo.close());

const settings = () => ({ token: zalo.token, apiRoot: zalo.root });

describe('who the bot is', () => {
  test('its id names the bot, its account name makes the link', async () => {
    expect(await connectZalo(settings(), log)).toMatchObject({
      kind: 'connected',
      bot: 'zalo:4242',
      link: 'https://zalo.me/bot.nhachan4242',
      channel: { bot: 'zalo:4242', kind: 'zalo' },
    });
    expect(zalo.calls).toEqual([
      { method: 'getMe', verb: 'POST', contentType: 'application/json', params: {} },
    ]);
  });

  test('an account without a name is linked by its id', async () => {
    zalo.faults.next({ kind: 'body', body: '{"ok":true,"result":{"id":77}}' }, { method: 'getMe' });
    expect(await connectZalo(settings(), log)).toMatchObject({ bot: 'zalo:77', link: 'https://zalo.me/77' });
  });

  test('several bots on one server', async () => {
    const three = await startZaloServer({ tokens: ['1:a-secret', '2:b-secret', '3:c-secret'] });
    const bots = three.bots.map(({ token }) => connectZalo({ token, apiRoot: `${three.root}/` }, log));
    expect(await Promise.all(bots)).toMatchObject([{ bot: 'zalo:1' }, { bot: 'zalo:2' }, { bot: 'zalo:3' }]);
    await three.close();
  });

  test('a wrong token is told from a server that cannot be reached', async () => {
    expect(await connectZalo({ ...settings(), token: '4242:WRONG' }, log)).toEqual({
      kind: 'token-refused',
      detail: '401 Unauthorized',
    });
    zalo.faults.next({ kind: 'body', body: '{"ok":true,"result":{}}' }, { method: 'getMe' });
    expect(await connectZalo(settings(), log)).toEqual({
      kind: 'unreachable',
      detail: 'an answer of another shape',
    });
    zalo.faults.outage(502);
    expect(await connectZalo(settings(), log)).toMatchObject({ kind: 'unreachable' });
  });
});

describe('a start while Zalo cannot be reached', () => {
  test('asks with growing waits until it answers', async () => {
    const waits: number[] = [];
    zalo.faults.outage(502);
    const connection = await connectWhenReachable(settings(), {
      log,
      signal: new AbortController().signal,
      wait: async (ms) => {
        waits.push(ms);
        if (waits.length === 3) zalo.faults.over();
      },
    });
    expect(connection?.bot).toBe('zalo:4242');
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(new Set(log.lines.map(({ level, message }) => `${level}: ${message}`))).toEqual(
      new Set(['warn: Zalo cannot be reached']),
    );
  });

  test('gives up on a wrong token, saying so without showing it', async () => {
    const deps = { log, signal: new AbortController().signal };
    expect(await connectWhenReachable({ ...settings(), token: '4242:WRONG-secret' }, deps)).toBeUndefined();
    expect(log.lines).toMatchObject([
      { level: 'error', message: 'token refused by Zalo: check ZALO_BOT_TOKENS' },
    ]);
    expect(log.text()).not.toContain('WRONG-secret');
  });

  test('ends when it is told to stop', async () => {
    zalo.faults.outage(502);
    const stop = new AbortController();
    const wait = async () => stop.abort();
    expect(await connectWhenReachable(settings(), { log, signal: stop.signal, wait })).toBeUndefined();
  });
});

test('a webhook is set with its secret; a secret that Zalo does not take is a failure to show', async () => {
  const api = createZaloApi(settings());
  const url = `${zalo.root}/unused`;
  expect(await setZaloWebhook(api, { url, secret: 'short' })).toEqual({
    kind: 'failed',
    detail: '400 Bad Request: secret_token must have 8 to 256 characters',
  });
  expect(await setZaloWebhook(api, { url, secret: 's3cret-s3cret' })).toEqual({ kind: 'set' });
  expect(zalo.calls[1]?.params).toEqual({ url, secret_token: 's3cret-s3cret' });
});
