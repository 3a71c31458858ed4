import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '#domain/log.ts';
import type { Room } from './room.ts';

/** Why a request was not done; the sentence to each is the text `room-error-<reason>`. */
export type RefusalReason =
  | 'host'
  | 'origin'
  | 'content-type'
  | 'too-large'
  | 'invalid'
  | 'invalid-instant'
  | 'unknown-phone'
  | 'backwards'
  | 'busy'
  | 'too-far'
  | 'failed';

/** Answers `{error, message, …details}`: a reason for programs and a sentence for people. */
export function refuse(
  reply: FastifyReply,
  room: Room,
  request: FastifyRequest,
  status: number,
  error: RefusalReason,
  details: object = {},
): FastifyReply {
  const message = room.texts(languageOf(request, room))[`room-error-${error}`] ?? error;
  return reply.code(status).send({ error, message, ...details });
}

/** Gives the framework's own refusals (bad JSON, too long, our bugs) the same shape. */
export function refuseErrors(scope: FastifyInstance, room: Room, log: Log): void {
  scope.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500)
      log.error({ err: error, route: request.routeOptions.url }, 'the rehearsal room failed');
    return refuse(reply, room, request, status, reasonOf(status));
  });
}

function reasonOf(status: number): RefusalReason {
  if (status === 413) return 'too-large';
  return status < 500 ? 'invalid' : 'failed';
}

function languageOf({ headers }: FastifyRequest, room: Room): 'vi' | 'en' {
  const wished = headers['accept-language']?.slice(0, 2).toLowerCase();
  return wished === 'en' || wished === 'vi' ? wished : room.language;
}
