import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { createServer } from '#web/server.ts';
import { recordedLog } from './recorded-log.ts';
import { createFakeRoom, type FakeRoom } from './room.ts';

export interface RoomServer {
  server: FastifyInstance;
  room: FakeRoom;
  log: ReturnType<typeof recordedLog>;
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  /** As the page posts: JSON, from its own origin. */
  post(
    url: string,
    body: InjectOptions['payload'],
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
}

/** The real server with a fake room behind it, on Monday 07/12/2026 at 08:00. */
export function createRoomServer(): RoomServer {
  const room = createFakeRoom({ now: new Date('2026-12-07T08:00:00+07:00') });
  const log = recordedLog();
  const server = createServer({
    health: async () => ({ ok: true }),
    room: { port: room, boundTo: ['192.0.2.7:3000'] },
    log,
  });
  return {
    server,
    room,
    log,
    get: (url, headers = {}) =>
      server.inject({ method: 'GET', url, headers: { host: 'localhost:3000', ...headers } }),
    post: (url, payload, headers = {}) =>
      server.inject({
        method: 'POST',
        url,
        ...(payload !== undefined && { payload }),
        headers: {
          host: 'localhost:3000',
          origin: 'http://localhost:3000',
          'content-type': 'application/json',
          ...headers,
        },
      }),
  };
}
