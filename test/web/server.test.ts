import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import { recordedLog } from '#test/fakes/recorded-log.ts';
import { createServer, type Health, type ServerDeps } from '#web/server.ts';

let server: FastifyInstance;
const log = recordedLog();

afterEach(() => server.close());

function serverWith(deps: Partial<ServerDeps> = {}): FastifyInstance {
  server = createServer({ health: async () => ({ ok: true }), log, ...deps });
  return server;
}

describe('health', () => {
  test.each<[Health, number]>([
    [{ ok: true, schema: 3 }, 200],
    [{ ok: false, schema: 4, reason: 'newer schema' }, 503],
  ])('%o is answered with %i', async (health, status) => {
    const answer = await serverWith({ health: async () => health }).inject('/health');
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual(health);
  });
});

test('every answer, found or not, carries the headers that keep a browser safe', async () => {
  serverWith();
  for (const url of ['/health', '/nothing-here']) {
    const { headers } = await server.inject(url);
    expect(headers['content-security-policy']).toBe(
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  }
});

test('without a room there is no page, no phone and no clock to move', async () => {
  serverWith();
  for (const url of ['/', '/rehearsal/state', '/rehearsal/events', '/sandbox/upcoming']) {
    expect((await server.inject(url)).statusCode).toBe(404);
  }
  const move = await server.inject({ method: 'POST', url: '/sandbox/clock', payload: {} });
  expect(move.statusCode).toBe(404);
});

test('a plugin brings its own routes', async () => {
  serverWith({ plugins: [async (scope) => void scope.get('/webhooks/x', async () => ({ taken: true }))] });
  expect((await server.inject('/webhooks/x')).json()).toEqual({ taken: true });
});

test('a failure of ours is logged with its route and not shown to the caller', async () => {
  serverWith({
    health: async () => {
      throw new Error('the database is on fire');
    },
  });
  const answer = await server.inject('/health?secret=1');
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toEqual({ error: 'failed' });
  expect(log.lines.at(-1)).toMatchObject({ level: 'error', object: { route: '/health' } });
});

test('a body that is too long is refused before it is read', async () => {
  serverWith({ plugins: [async (scope) => void scope.post('/webhooks/x', async () => ({}))] });
  const payload = { text: 'a'.repeat(300 * 1024) };
  const answer = await server.inject({ method: 'POST', url: '/webhooks/x', payload });
  expect(answer.statusCode).toBe(413);
});
