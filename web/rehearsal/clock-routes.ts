import type { FastifyInstance } from 'fastify';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { type Instant, isoInstant, type ZoneName } from '#domain/time.ts';
import { refuse } from './refusal.ts';
import type { Room } from './room.ts';
import { dueJson, upcomingJson } from './wire.ts';

/** `POST /sandbox/clock {"now": "<ISO>"}` moves the rehearsal clock; `GET /sandbox/upcoming` says where one may move it to. */
export function clockRoutes(scope: FastifyInstance, room: Room): void {
  scope.post('/sandbox/clock', { bodyLimit: 1024 }, async (request, reply) => {
    const body = clockBody.safeParse(request.body);
    const to = body.success ? readInstant(body.data.now, room.zone) : undefined;
    if (!to) return refuse(reply, room, request, 400, 'invalid-instant');
    const move = await room.moveClock(to);
    const now = isoInstant(move.now, room.zone);
    switch (move.kind) {
      case 'moved': {
        const due = move.due.map((item) => dueJson(item, room.zone));
        return reply.send({ now, due, undelivered: move.undelivered });
      }
      case 'backwards':
      case 'busy':
        return refuse(reply, room, request, 409, move.kind, { now });
      case 'too-far':
        return refuse(reply, room, request, 400, 'too-far', {
          now,
          latest: isoInstant(move.latest, room.zone),
        });
    }
  });

  scope.get('/sandbox/upcoming', async () => {
    const upcoming = await room.upcoming();
    return { now: isoInstant(upcoming.now, room.zone), ...upcomingJson(upcoming, room.zone) };
  });
}

const clockBody = z.strictObject({ now: z.iso.datetime({ offset: true, local: true }).max(40) });

/** A time without an offset is one of the product's zone. Nothing where the calendar has no such day. */
function readInstant(text: string, zone: ZoneName): Instant | undefined {
  const moment = DateTime.fromISO(text, { zone });
  return moment.isValid ? moment.toJSDate() : undefined;
}
