import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createTelegramApi } from '#bot/telegram/api.ts';
import { setTelegramWebhook } from '#bot/telegram/set-webhook.ts';
import type { IncomingMessage } from '#domain/channel.ts';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { startTelegramServer } from '#test/fakes/telegram-server.ts';
import { TELEGRAM_WEBHOOK_PATH, telegramWebhook } from '#web/telegram-webhook.ts';

let server: FastifyInstance;
let log: ReturnType<typeof recordedLog>;
let received: IncomingMessage[];
let receive: (message: IncomingMessage) => Promise<void>;

beforeEach(async () => {
  log = recordedLog();
  received = [];
  receive = async (message) => {
    received.push(message);
  };
  server = Fastify({ forceCloseConnections: true });
  await server.register(
    telegramWebhook({ bot: 'telegram:4242', secret: 's3cret', log, receive: (message) => receive(message) }),
  );
});

afterEach(() => server.close());

const update = { update_id: 70, message: { message_id: 5, chat: { id: 1001, type: 'private' }, text: '31' } };

function post(payload: unknown, headers: Record<string, string> = {}) {
  return server.inject({
    method: 'POST',
    url: TELEGRAM_WEBHOOK_PATH,
    headers: {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': 's3cret',
      ...headers,
    },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
}

describe('an update is posted', () => {
  test('200 once it is stored', async () => {
    const stored = Promise.withResolvers<void>();
    let hasAnswered = false;
    receive = async (message) => {
      received.push(message);
      expect(hasAnswered).toBe(false);
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
      { updateId: '70', chatId: '1001', content: { kind: 'text', text: '31' } },
    ]);
  });

  test('500 when it could not be stored, and nothing of the reason', async () => {
    receive = () => Promise.reject(new Error('no connection to the database at db.internal'));
    const response = await post(update);
    expect([response.statusCode, response.body]).toEqual([500, '{"ok":false}']);
    expect(log.lines).toMatchObject([
      {
        level: 'error',
        object: { bot: 'telegram:4242', updateId: '70' },
        message: 'update not stored: Telegram posts it again',
      },
    ]);
  });

  test('one with nothing to read in it is taken, else Telegram would post it for ever', async () => {
    expect((await post({ update_id: 71, poll: {} })).statusCode).toBe(200);
    expect(received).toEqual([]);
    expect(log.lines).toMatchObject([{ level: 'warn', object: { fields: ['update_id', 'poll'] } }]);
  });
});

describe('somebody else posts', () => {
  test.each([
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': 's3creT' }],
    ['a longer secret', { 'x-telegram-bot-api-secret-token': 's3cret2' }],
    ['an empty secret', { 'x-telegram-bot-api-secret-token': '' }],
  ])('%s', async (_, headers) => {
    expect((await post(update, headers)).statusCode).toBe(401);
    expect(received).toEqual([]);
  });

  test('no secret at all, and a body that would not even parse', async () => {
    const response = await server.inject({
      method: 'POST',
      url: TELEGRAM_WEBHOOK_PATH,
      headers: { 'content-type': 'application/json' },
      payload: '{',
    });
    expect(response.statusCode).toBe(401);
  });

  test('what is no JSON, and what is too large', async () => {
    expect((await post('text=31', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(
      415,
    );
    expect((await post('31', { 'content-type': 'text/plain' })).statusCode).toBe(415);
    expect((await post('{')).statusCode).toBe(400);
    expect((await post({ ...update, padding: 'x'.repeat(300_000) })).statusCode).toBe(413);
    expect(received).toEqual([]);
  });

  test('only posts', async () => {
    const headers = { 'x-telegram-bot-api-secret-token': 's3cret' };
    const response = await server.inject({ method: 'GET', url: TELEGRAM_WEBHOOK_PATH, headers });
    expect(response.statusCode).toBe(404);
  });
});

test('with Telegram: what could not be stored is posted again, in order; a replay has the same id', async () => {
  const telegram = await startTelegramServer();
  const all = Promise.withResolvers<void>();
  let failuresLeft = 2;
  receive = async (message) => {
    if (failuresLeft > 0) {
      failuresLeft -= 1;
      throw new Error('no connection to the database');
    }
    received.push(message);
    if (received.length === 3) all.resolve();
  };
  const root = await server.listen({ port: 0, host: '127.0.0.1' });
  const an = telegram.person(1001, 'An');
  const first = an.types('/baocao');
  await setTelegramWebhook(createTelegramApi({ token: telegram.token, apiRoot: telegram.root }), {
    url: `${root}${TELEGRAM_WEBHOOK_PATH}`,
    secret: 's3cret',
  });
  const second = an.types('31');
  telegram.replays(first);
  await all.promise;
  expect(received.map(({ updateId }) => updateId)).toEqual(
    [first, second, first].map(({ update_id }) => String(update_id)),
  );
  await telegram.close();
});
