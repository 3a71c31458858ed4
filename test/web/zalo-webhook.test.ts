import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createZaloApi } from '#bot/zalo/api.ts';
import { setZaloWebhook } from '#bot/zalo/set-webhook.ts';
import type { IncomingMessage } from '#domain/channel.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { startZaloServer, type ZaloServerOptions } from '#test/fakes/zalo-server.ts';
import { zaloWebhook, zaloWebhookPath } from '#web/zalo-webhook.ts';

let server: FastifyInstance;
let log: ReturnType<typeof recordedLog>;
let received: IncomingMessage[];
let receive: (message: IncomingMessage) => Promise<void>;

const secrets: Record<string, string> = { 'zalo:4242': 's3cret-s3cret', 'zalo:77': 'another-s3cret' };

beforeEach(async () => {
  log = recordedLog();
  received = [];
  receive = async (message) => {
    received.push(message);
  };
  server = Fastify({ forceCloseConnections: true });
  await server.register(
    zaloWebhook({ secretOf: (bot) => secrets[bot], log, receive: (message) => receive(message) }),
  );
});

afterEach(() => server.close());

const update = {
  event_name: 'message.text.received',
  message: {
    message_id: 'm-5',
    from: { id: '1001' },
    chat: { id: '1001', chat_type: 'PRIVATE' },
    text: '31',
  },
};

function post(
  payload: unknown,
  {
    secret = 's3cret-s3cret',
    type = 'application/json',
    bot = 'zalo:4242',
  }: { secret?: string | null; type?: string | null; bot?: string } = {},
) {
  return server.inject({
    method: 'POST',
    url: zaloWebhookPath(bot),
    headers: {
      ...(type !== null && { 'content-type': type }),
      ...(secret !== null && { 'x-bot-api-secret-token': secret }),
    },
    ...(payload !== undefined && {
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    }),
  });
}

describe('an update is posted', () => {
  test('200 once it is stored', async () => {
    const stored = Promise.withResolvers<void>();
    let hasAnswered = false;
    receive = async (message) => {
      received.push(message);
      await stored.promise;
      expect(hasAnswered).toBe(false);
    };
    const answer = post(update).then((response) => {
      hasAnswered = true;
      return response;
    });
    stored.resolve();
    expect((await answer).statusCode).toBe(200);
    expect(received).toMatchObject([
      { bot: 'zalo:4242', updateId: '1001:1001:m-5', chatId: '1001', content: { kind: 'text', text: '31' } },
    ]);
  });

  test('wrapped, and under another type of content', async () => {
    expect((await post({ ok: true, result: update })).statusCode).toBe(200);
    expect((await post(update, { type: 'text/plain; charset=utf-8' })).statusCode).toBe(200);
    expect((await post(update, { type: 'application/json;charset=UTF-8' })).statusCode).toBe(200);
    expect(received).toHaveLength(3);
  });

  test('each bot has its path and its secret', async () => {
    expect((await post(update, { bot: 'zalo:77', secret: 'another-s3cret' })).statusCode).toBe(200);
    expect((await post(update, { bot: 'zalo:77' })).statusCode).toBe(401);
    expect((await post(update, { bot: 'zalo:99' })).statusCode).toBe(404);
    expect(received).toMatchObject([{ bot: 'zalo:77' }]);
  });

  test('500 when it could not be stored, and nothing of the reason', async () => {
    receive = () => Promise.reject(new Error('no connection to the database at db.internal'));
    const response = await post(update);
    expect([response.statusCode, response.body]).toEqual([500, '{"ok":false}']);
    expect(log.lines).toMatchObject([
      {
        level: 'error',
        object: { bot: 'zalo:4242', updateId: '1001:1001:m-5' },
        message: 'update not stored: Zalo may post it again',
      },
    ]);
  });

  test('one with nothing to read in it is taken', async () => {
    expect((await post({ event_name: 'message.reaction.received', message: {} })).statusCode).toBe(200);
    expect(received).toEqual([]);
    expect(log.lines).toMatchObject([{ level: 'warn', object: { event: 'message.reaction.received' } }]);
  });
});

describe('Zalo looks whether anybody is there', () => {
  test.each<[string, Parameters<typeof post>]>([
    ['no secret, no body', [undefined, { secret: null, type: null }]],
    ['no secret, a body that says it is JSON and is empty', [undefined, { secret: null }]],
    ['the secret, no body', [undefined, { type: null }]],
    ['the secret, an empty body', ['', {}]],
    ['an update without the secret', [update, { secret: null }]],
    ['a body that would not even parse, without the secret', ['{', { secret: null }]],
  ])('%s: 200, and nothing is taken', async (_, args) => {
    const response = await post(...args);
    expect([response.statusCode, response.body]).toEqual([200, '{"ok":true}']);
    expect(received).toEqual([]);
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('somebody else posts', () => {
  test.each(['s3cret-s3creT', 's3cret-s3cret2', ''])('a wrong secret “%s”', async (secret) => {
    expect((await post(update, { secret })).statusCode).toBe(401);
    expect(received).toEqual([]);
    expect(log.text()).not.toContain('s3cret');
  });

  test('what is no JSON, what poisons prototypes, and what is too large', async () => {
    expect((await post('text=31')).statusCode).toBe(400);
    expect((await post('{')).statusCode).toBe(400);
    expect((await post('{"__proto__":{"x":1}}')).statusCode).toBe(400);
    expect((await post({ ...update, padding: 'x'.repeat(300_000) })).statusCode).toBe(413);
    expect(received).toEqual([]);
  });

  test('only posts', async () => {
    const headers = { 'x-bot-api-secret-token': 's3cret-s3cret' };
    const response = await server.inject({ method: 'GET', url: zaloWebhookPath('zalo:4242'), headers });
    expect(response.statusCode).toBe(404);
  });
});

describe('with Zalo', () => {
  async function connected(options: ZaloServerOptions) {
    const zalo = await startZaloServer(options);
    const root = await server.listen({ port: 0, host: '127.0.0.1' });
    const an = zalo.person('1001', 'An');
    const setUp = () =>
      setZaloWebhook(createZaloApi({ token: zalo.token, apiRoot: zalo.root }), {
        url: `${root}${zaloWebhookPath(zalo.bot)}`,
        secret: 's3cret-s3cret',
      });
    const all = (count: number) => {
      const done = Promise.withResolvers<void>();
      const inner = receive;
      receive = async (message) => {
        await inner(message);
        if (received.length === count) done.resolve();
      };
      return done.promise;
    };
    return { zalo, an, setUp, all };
  }

  test('the probe does nothing; what could not be stored is posted again, in order', async () => {
    const { zalo, an, setUp, all } = await connected({ shape: 'mixed' });
    let failuresLeft = 2;
    receive = async (message) => {
      if (failuresLeft > 0) {
        failuresLeft -= 1;
        throw new Error('no connection to the database');
      }
      received.push(message);
    };
    const done = all(3);
    an.types('/baocao');
    expect(await setUp()).toEqual({ kind: 'set' });
    an.types('31');
    an.types('32');
    await done;
    expect(received.map(({ content }) => content)).toEqual([
      { kind: 'text', text: '/baocao' },
      { kind: 'text', text: '31' },
      { kind: 'text', text: '32' },
    ]);
    expect(zalo.lost).toEqual([]);
    await zalo.close();
  });

  test('a delivery posted 1,000 times is one update', async () => {
    const { zalo, an, setUp, all } = await connected({ shape: 'mixed' });
    const done = all(1001);
    await setUp();
    zalo.replays(an.types('31'), 1000);
    await done;
    expect(new Set(received.map(({ updateId }) => updateId)).size).toBe(1);
    await zalo.close();
  });
});
