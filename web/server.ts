import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Log } from '#domain/log.ts';
import { type RoomRoutesDeps, roomRoutes } from './rehearsal/routes.ts';
import { addSecurityHeaders } from './security-headers.ts';

export interface ServerDeps {
  health(): Promise<Health>;
  /** Webhooks and whatever else has routes of its own. */
  plugins?: readonly FastifyPluginAsync[];
  /** Given only in a rehearsal (SANDBOX=1). */
  room?: Omit<RoomRoutesDeps, 'log'>;
  log: Log;
}

/** What `GET /health` answers: 200 when `ok`, else 503. */
export interface Health {
  ok: boolean;
  [detail: string]: unknown;
}

/** The HTTP server, not yet listening. Open streams do not hold up its `close()`. */
export function createServer(deps: ServerDeps): FastifyInstance {
  const server: FastifyInstance = Fastify({
    // close() would wait for an open event stream for ever.
    forceCloseConnections: true,
    bodyLimit: 256 * 1024,
    requestTimeout: 30_000,
  });
  addSecurityHeaders(server);
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not-found' }));
  server.setErrorHandler(answerErrors(deps.log));
  server.get('/health', async (_request, reply) => {
    const health = await deps.health();
    return reply.code(health.ok ? 200 : 503).send(health);
  });
  for (const plugin of deps.plugins ?? []) server.register(plugin);
  if (deps.room) server.register(roomRoutes({ ...deps.room, log: deps.log }));
  return server;
}

/** Tells the caller what is the caller's mistake; everything else is ours, logged (without the body) and not shown. */
function answerErrors(log: Log) {
  return (error: Partial<FastifyError>, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: error.code ?? 'refused' });
    log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    return reply.code(status).send({ error: 'failed' });
  };
}
