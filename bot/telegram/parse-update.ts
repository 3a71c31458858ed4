import * as z from 'zod';

import { keptForMs, platformTime } from '#bot/platform-time.ts';
import type {
  BotId,
  IncomingContent,
  IncomingMessage,
  MediaContent,
  UnsupportedKind,
} from '#domain/channel.ts';

/** The kinds of update that `parseUpdate` understands: what to ask Telegram for (`allowed_updates`). */
export const READ_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/**
 * What an update of the Bot API says to us; undefined when it says nothing (service notices, unknown kinds, moving
 * locations, changes of membership in groups). Only what is read is checked, since servers other than Telegram's own
 * leave fields out. `arrivedAt`: ms since 1970. https://core.telegram.org/bots/api#update
 */
export function parseUpdate(bot: BotId, update: unknown, arrivedAt: number): IncomingMessage | undefined {
  const parsed = updateSchema.safeParse(update);
  if (!parsed.success) return undefined;
  const said = whatWasSaid(parsed.data);
  if (said === undefined) return undefined;
  const senderName = nameOf(said.from);
  const sentAt = platformTime(parsed.data.message?.date, { around: arrivedAt, withinMs: keptForMs });
  return {
    bot,
    channel: 'telegram',
    updateId: parsed.data.update_id,
    chatId: said.chat.id,
    chatKind: isPrivate(said.chat) ? 'private' : 'group',
    ...(sentAt && { sentAt }),
    ...(senderName !== undefined && { senderName }),
    content: said.content,
  };
}

const idSchema = z.union([z.number().int(), z.string().min(1)]).transform(String);

const textSchema = z.string().optional().catch(undefined);

const senderSchema = z
  .object({ id: idSchema, first_name: textSchema, last_name: textSchema, username: textSchema })
  .optional()
  .catch(undefined);

const chatSchema = z.object({ id: idSchema, type: textSchema });

const fileSchema = z.object({
  file_id: textSchema,
  width: z.number().optional().catch(undefined),
});

/** Loose: what a message is follows from the names of its fields. */
const messageSchema = z.looseObject({
  chat: chatSchema,
  from: senderSchema,
  /** Whole seconds since 1970. */
  date: z.number().optional().catch(undefined),
  text: textSchema,
  caption: textSchema,
  photo: z.array(fileSchema).optional().catch([]),
  voice: fileSchema.nullish().catch({}),
});

const updateSchema = z.object({
  update_id: idSchema,
  message: messageSchema.nullish(),
  edited_message: messageSchema.nullish(),
  callback_query: z
    .object({
      id: idSchema,
      from: senderSchema,
      /** A message that became inaccessible still has its chat and id; one sent inline has neither. */
      message: z.object({ chat: chatSchema, message_id: idSchema }).optional().catch(undefined),
      data: textSchema,
    })
    .nullish(),
  my_chat_member: z
    .object({ chat: chatSchema, from: senderSchema, new_chat_member: z.object({ status: z.string() }) })
    .nullish(),
});

type Update = z.infer<typeof updateSchema>;
type Message = z.infer<typeof messageSchema>;
type Chat = z.infer<typeof chatSchema>;
type File = z.infer<typeof fileSchema>;
type Sender = z.infer<typeof senderSchema>;

interface Said {
  chat: Chat;
  from?: Sender;
  content: IncomingContent;
}

function whatWasSaid(update: Update): Said | undefined {
  if (update.message) return said(update.message, contentOf(update.message));
  if (update.edited_message) return said(update.edited_message, contentOfEdit(update.edited_message));
  if (update.callback_query) return tapOf(update.callback_query);
  if (update.my_chat_member) return said(update.my_chat_member, reachabilityOf(update.my_chat_member));
  return undefined;
}

function said(by: Omit<Said, 'content'>, content: IncomingContent | undefined): Said | undefined {
  return content && { chat: by.chat, from: by.from, content };
}

function contentOf(message: Message): IncomingContent | undefined {
  if (message.text) return { kind: 'text', text: message.text };
  if (message.photo) return mediaOf('photo', largest(message.photo), message);
  if (message.voice) return mediaOf('voice', message.voice, message);
  const what = UNSUPPORTED.find(([field]) => message[field] != null)?.[1];
  return what && { kind: 'unsupported', what };
}

function mediaOf(what: MediaContent['what'], file: File | undefined, { caption }: Message): MediaContent {
  return {
    kind: 'media',
    what,
    ...(file?.file_id && { source: { kind: 'file', id: file.file_id } }),
    ...(caption && { caption }),
  };
}

/** A photo comes in several sizes, the largest last as a rule. */
function largest(sizes: File[]): File | undefined {
  return sizes.toReversed().toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
}

/**
 * In this order, since an animation also carries a document and a venue a location. What is not here is a notice
 * ("pinned a message", "joined"), which nobody expects an answer to.
 */
const UNSUPPORTED: readonly (readonly [string, UnsupportedKind])[] = [
  ['sticker', 'sticker'],
  ['animation', 'other'],
  ['document', 'document'],
  ['location', 'location'],
  ['contact', 'contact'],
  ['audio', 'other'],
  ['video', 'other'],
  ['video_note', 'other'],
  ['poll', 'other'],
  ['checklist', 'other'],
  ['dice', 'other'],
  ['story', 'other'],
  ['game', 'other'],
  ['paid_media', 'other'],
];

/** A live location is edited every few seconds by itself: that is no change of what the person said. */
function contentOfEdit(message: Message): IncomingContent | undefined {
  return message.location == null ? { kind: 'edited' } : undefined;
}

function tapOf({ id, from, message, data }: NonNullable<Update['callback_query']>): Said | undefined {
  const chat = message?.chat ?? (from && { id: from.id, type: 'private' });
  if (chat === undefined || data === undefined) return undefined;
  const content: IncomingContent = {
    kind: 'tap',
    data,
    ...(message && { messageId: message.message_id }),
    callbackId: id,
  };
  return { chat, from, content };
}

function reachabilityOf(change: NonNullable<Update['my_chat_member']>): IncomingContent | undefined {
  if (!isPrivate(change.chat)) return undefined;
  switch (change.new_chat_member.status) {
    case 'kicked':
      return { kind: 'reachability', reachable: false };
    case 'member':
      return { kind: 'reachability', reachable: true };
    default:
      return undefined;
  }
}

/** Ids of groups and channels are negative, should the type be missing. */
function isPrivate(chat: Chat): boolean {
  return chat.type === undefined ? !chat.id.startsWith('-') : chat.type === 'private';
}

function nameOf(sender: Sender): string | undefined {
  const name = [sender?.first_name, sender?.last_name].filter(Boolean).join(' ').trim();
  return name || sender?.username || undefined;
}
