import { createHash } from 'node:crypto';
import * as z from 'zod';

import { keptForMs, platformTime } from '#bot/platform-time.ts';
import type { BotId, IncomingContent, IncomingMessage, MediaContent } from '#domain/channel.ts';

/**
 * What an update says to us, wrapped as in the documents (`{ok, result: {event_name, message}}`) or flat as it has been
 * seen; undefined when it says nothing: an unknown event, a bot, no chat to answer to. Zalo gives updates no id and may
 * deliver one again, so its id is made of chat, sender and message. `arrivedAt`: ms since 1970.
 */
export function parseUpdate(bot: BotId, update: unknown, arrivedAt: number): IncomingMessage | undefined {
  const parsed = updateSchema.safeParse(unwrapped(update));
  if (!parsed.success) return undefined;
  const { event_name, message } = parsed.data;
  const content = contentOf(event_name, message);
  if (content === undefined || message.from?.is_bot) return undefined;
  const senderName = (message.from?.display_name || message.from?.name)?.trim();
  const sentAt = platformTime(message.date, { around: arrivedAt, withinMs: keptForMs });
  return {
    bot,
    channel: 'zalo',
    updateId: idOf(message, arrivedAt),
    chatId: message.chat.id,
    chatKind: message.chat.chat_type?.toUpperCase() === 'GROUP' ? 'group' : 'private',
    ...(sentAt && { sentAt }),
    ...(senderName && { senderName }),
    content,
  };
}

/** For the log, of an update that could not be read: names, no contents. */
export function outlineOf(update: unknown): { event: unknown; fields: string[] } {
  const inner = unwrapped(update) as { event_name?: unknown } | null | undefined;
  return { event: inner?.event_name, fields: Object.keys(inner ?? {}) };
}

const idSchema = z.union([z.number().int(), z.string().min(1)]).transform(String);
const textSchema = z.string().optional().catch(undefined);
const looseIdSchema = idSchema.optional().catch(undefined);

const messageSchema = z.object({
  message_id: looseIdSchema,
  /** ms since 1970. */
  date: looseIdSchema,
  from: z
    .object({
      id: looseIdSchema,
      display_name: textSchema,
      name: textSchema,
      is_bot: z.boolean().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  chat: z.object({ id: idSchema, chat_type: textSchema }),
  text: textSchema,
  photo: textSchema,
  photo_url: textSchema,
  voice_url: textSchema,
  caption: textSchema,
});

const updateSchema = z.object({ event_name: z.string(), message: messageSchema });

type Message = z.infer<typeof messageSchema>;

function unwrapped(update: unknown): unknown {
  const wrapper = z.object({ result: z.looseObject({}) }).safeParse(update);
  return wrapper.success ? wrapper.data.result : update;
}

function contentOf(event: string, message: Message): IncomingContent | undefined {
  switch (event) {
    case 'message.text.received':
      return message.text ? { kind: 'text', text: message.text } : undefined;
    case 'message.link.received':
      return message.text ? { kind: 'text', text: message.text } : { kind: 'unsupported', what: 'other' };
    case 'message.image.received':
      return mediaOf('photo', message.photo || message.photo_url, message);
    case 'message.voice.received':
      return mediaOf('voice', message.voice_url, message);
    case 'message.sticker.received':
      return { kind: 'unsupported', what: 'sticker' };
    case 'message.unsupported.received':
      return { kind: 'unsupported', what: 'other' };
    default:
      return undefined;
  }
}

function mediaOf(what: MediaContent['what'], url: string | undefined, { caption }: Message): MediaContent {
  return {
    kind: 'media',
    what,
    ...(url && { source: { kind: 'url', url } }),
    ...(caption && { caption }),
  };
}

/** A message without id and date can only be told from its like by when it came: redeliveries follow closely. */
function idOf({ chat, from, message_id, date }: Message, arrivedAt: number): string {
  const which = message_id ?? (date ? `at ${date}` : `about ${Math.floor(arrivedAt / SAME_WITHIN_MS)}`);
  const id = [chat.id, from?.id ?? '', which].join(':');
  return id.length <= LONGEST_ID ? id : createHash('sha256').update(id).digest('base64url');
}

const SAME_WITHIN_MS = 10 * 60_000;
const LONGEST_ID = 100;
