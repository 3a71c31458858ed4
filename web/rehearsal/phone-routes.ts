import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { incomingFromPhone, type PhoneAction } from '#bot/rehearsal/incoming.ts';
import { refuse } from './refusal.ts';
import type { Room } from './room.ts';
import { stateJson } from './wire.ts';

/** `GET /rehearsal/state`, and what a person does on a phone: `POST …/messages`, `…/taps`, `…/photos` (the sample). */
export function phoneRoutes(scope: FastifyInstance, room: Room): void {
  scope.get('/rehearsal/state', async (request, reply) => {
    const query = stateQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, room, request, 400, 'invalid');
    return stateJson(await room.state(query.data.phones), room.zone, room.language);
  });

  scope.post<PhoneRoute>('/rehearsal/phones/:chatId/messages', { bodyLimit }, async (request, reply) => {
    const body = messageBody.safeParse(request.body);
    if (!body.success) return refuse(reply, room, request, 400, 'invalid');
    return take(request, reply, body.data.clientId, { kind: 'typed', text: body.data.text });
  });

  scope.post<PhoneRoute>('/rehearsal/phones/:chatId/taps', { bodyLimit }, async (request, reply) => {
    const body = tapBody.safeParse(request.body);
    if (!body.success) return refuse(reply, room, request, 400, 'invalid');
    const { clientId, messageId, data } = body.data;
    return take(request, reply, clientId, { kind: 'tapped', messageId, data });
  });

  scope.post<PhoneRoute>('/rehearsal/phones/:chatId/photos', { bodyLimit }, async (request, reply) => {
    const body = photoBody.safeParse(request.body);
    if (!body.success) return refuse(reply, room, request, 400, 'invalid');
    return take(request, reply, body.data.clientId, { kind: 'photo', caption: body.data.caption.trim() });
  });

  scope.post<PhoneRoute>('/rehearsal/phones/:chatId/look', { bodyLimit: 1024 }, async (request, reply) => {
    const body = lookBody.safeParse(request.body);
    if (!body.success) return refuse(reply, room, request, 400, 'invalid');
    const receipt = await room.setLook(request.params.chatId, body.data.look);
    if (receipt.kind === 'unknown-phone') return refuse(reply, room, request, 404, 'unknown-phone');
    return reply.send({ look: body.data.look });
  });

  async function take(
    request: FastifyRequest<PhoneRoute>,
    reply: FastifyReply,
    clientId: string,
    action: PhoneAction,
  ): Promise<FastifyReply> {
    const receipt = await room.receive(incomingFromPhone(request.params.chatId, clientId, action));
    switch (receipt.kind) {
      case 'received':
        return reply.send({ received: clientId });
      case 'unknown-phone':
        return refuse(reply, room, request, 404, 'unknown-phone');
    }
  }
}

type PhoneRoute = { Params: { chatId: string } };

/** 4,096 characters may take six bytes each in JSON. */
const bodyLimit = 32 * 1024;
const id = z.string().regex(/^[\w:.-]{1,64}$/);
const clientId = z.string().regex(/^[\w-]{8,64}$/);
const messageBody = z.strictObject({
  text: z
    .string()
    .max(4096)
    .refine((text) => text.trim() !== ''),
  clientId,
});
/** Platforms take captions of 1,024 characters. */
const photoBody = z.strictObject({ caption: z.string().max(1024).default(''), clientId });
const lookBody = z.strictObject({ look: z.enum(['telegram', 'zalo']) });
const tapBody = z.strictObject({
  messageId: id,
  data: z
    .string()
    .min(1)
    .refine((data) => Buffer.byteLength(data) <= 64),
  clientId,
});
/** `?phones=a,b,c`: which phones the page shows. */
const stateQuery = z.object({
  phones: z
    .string()
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(id).max(8))
    .default([]),
});
