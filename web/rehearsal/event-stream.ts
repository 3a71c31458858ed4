import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Room } from './room.ts';
import { eventJson } from './wire.ts';

/**
 * `GET /rehearsal/events`, Server-Sent Events: `message`, `retired`, `clock`, `due`. Nothing is kept for a reader that was
 * away: it reads the state again once it is back, and so do those who read too slowly, whose stream is cut.
 */
export function eventStream(scope: FastifyInstance, room: Room): void {
  const open = new Set<ServerResponse>();
  scope.get('/rehearsal/events', { exposeHeadRoute: false }, (_request, reply) => {
    reply.hijack();
    const stream = reply.raw;
    const headers = reply.getHeaders() as Record<string, string>;
    stream.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8' });
    stream.write(`retry: ${retryMs}\n\n`);
    const unsubscribe = room.subscribe((event) => {
      const { event: name, data } = eventJson(event, room.zone);
      stream.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
      if (stream.writableLength > mostUnread) stream.destroy();
    });
    const heartbeat = setInterval(() => stream.write(': here\n\n'), heartbeatMs);
    open.add(stream);
    stream.on('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      open.delete(stream);
    });
  });
  scope.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });
}

/** How long a browser waits before it comes back. */
const retryMs = 1000;
/** Proxies and browsers give up on a line that is silent for long. */
const heartbeatMs = 15_000;
/** Bytes that may wait for one reader. */
const mostUnread = 1024 * 1024;
