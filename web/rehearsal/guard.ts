import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from './refusal.ts';
import type { Room } from './room.ts';

/**
 * Lets in only what a page of this room could ask for. The room speaks for every officer without a password, so a foreign
 * page in the same browser must not reach it: not by a name that it made resolve to the loopback (Host), nor by posting
 * across origins (Origin, and a content type that a plain HTML form cannot send).
 */
export function guardRoom(scope: FastifyInstance, room: Room, boundTo: readonly string[]): void {
  scope.addHook('onRequest', async (request, reply) => {
    if (!isOurHost(request.headers.host, boundTo)) return refuse(reply, room, request, 403, 'host');
    if (!isSameOrigin(request)) return refuse(reply, room, request, 403, 'origin');
    if (request.method === 'POST' && !isJson(request))
      return refuse(reply, room, request, 415, 'content-type');
    return undefined;
  });
}

function isOurHost(host: string | undefined, boundTo: readonly string[]): boolean {
  if (!host) return false;
  return boundTo.includes(host) || loopback.test(host);
}

/** Any port: a tunnel may have another one at this end. */
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

function isSameOrigin({ headers }: FastifyRequest): boolean {
  if (headers.origin === undefined) return true;
  return headers.origin === `http://${headers.host}` || headers.origin === `https://${headers.host}`;
}

function isJson({ headers }: FastifyRequest): boolean {
  return /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
}
