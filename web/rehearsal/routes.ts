import type { FastifyPluginAsync } from 'fastify';
import type { Log } from '#domain/log.ts';
import { clockRoutes } from './clock-routes.ts';
import { eventStream } from './event-stream.ts';
import { guardRoom } from './guard.ts';
import { pageRoutes } from './page-routes.ts';
import { phoneRoutes } from './phone-routes.ts';
import { refuseErrors } from './refusal.ts';
import type { Room } from './room.ts';

export interface RoomRoutesDeps {
  port: Room;
  /** `host:port` that the server is bound to; names and addresses of the loopback are always let in. */
  boundTo: readonly string[];
  log: Log;
}

/** The rehearsal room over HTTP: the page, its state, its event stream, its phones and its clock. */
export function roomRoutes({ port: room, boundTo, log }: RoomRoutesDeps): FastifyPluginAsync {
  return async (scope) => {
    guardRoom(scope, room, boundTo);
    refuseErrors(scope, room, log);
    await pageRoutes(scope, room);
    eventStream(scope, room);
    phoneRoutes(scope, room);
    clockRoutes(scope, room);
  };
}
