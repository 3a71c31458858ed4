import type { Changes } from '#test/fakes/changes.ts';
import type { Chat, Chats, Received } from '#test/fakes/zalo/chats.ts';
import type { Quota } from '#test/fakes/zalo/quota.ts';
import type { UpdateQueue } from '#test/fakes/zalo/update-queue.ts';
import type { Update } from '#test/fakes/zalo/wire.ts';

/** A part of the text, or a look at the message. */
type Wanted = string | ((message: Received) => boolean);

/** Somebody with a phone. What they do becomes an update, which is returned so that it can be replayed. */
export interface Person {
  chatId: string;
  /** Everything that the bot sent here. */
  messages: readonly Received[];
  types(text: string): Update;
  /** In a group that the bot is in: Zalo delivers only what speaks to it. */
  typesIn(groupId: string, text: string): Update;
  /** Reads the newest message that has a line "2. label", and types what stands before it; or the key itself. */
  picks(label: string, on?: Received): Update;
  /** Zalo puts the picture at a public address; here it is one of this server's. */
  sendsPhoto(bytes: Uint8Array, caption?: string): Update;
  sendsVoice(bytes?: Uint8Array): Update;
  sendsSticker(): Update;
  /** What Zalo does not show to bots: a file, or anything of a protected account. */
  sendsSomethingElse(): Update;
  /** Zalo tells the bot nothing of it. */
  blocks(): void;
  unblocks(): void;
  /** The next message like this, after the one that the call before returned. */
  receives(wanted: Wanted, timeoutMs?: number): Promise<Received>;
  transcript(): string;
}

export interface PersonDeps {
  chats: Chats;
  queue: UpdateQueue;
  quota: Quota;
  changes: Changes;
  now(): number;
  /** Puts a picture or a voice message where it can be fetched; returns its address. */
  publish(folder: 'photos' | 'voices', bytes: Uint8Array): string;
  /** Told of an update that Zalo does not deliver, since the bot has as many people as its plan allows. */
  onTurnedAway(chatId: string): void;
}

export function createPerson(deps: PersonDeps, chat: Chat): Person {
  const { chats, queue, quota, changes, now } = deps;
  let seen = 0;
  const transcript = () => [`${chat.name} (${chat.id}):`, ...chat.transcript].join('\n  ');

  function acts(
    event: string,
    content: Record<string, unknown>,
    line: string,
    here = { id: chat.id, chat_type: 'PRIVATE' },
  ): Update {
    if (chat.standing === 'blocked')
      throw new Error(`${chat.name} has blocked the bot and cannot write to it`);
    const from = { id: chat.id, display_name: chat.name, is_bot: false };
    const update = {
      event_name: `message.${event}.received`,
      message: { message_id: chats.newMessageId(), date: now(), from, chat: here, ...content },
    };
    if (!quota.admits(here.id)) {
      chat.transcript.push(`${chat.name} ← ${line} (not delivered: the bot has all its people)`);
      deps.onTurnedAway(here.id);
      return update;
    }
    quota.count('received');
    chats.at(here.id, chat.name).standing = 'open';
    chat.transcript.push(`${chat.name} ← ${line}`);
    queue.add(update);
    return update;
  }

  const person: Person = {
    chatId: chat.id,
    messages: chat.messages,
    transcript,

    types: (text) => acts('text', { text }, text),
    typesIn: (groupId, text) =>
      acts('text', { text }, `(in ${groupId}) ${text}`, { id: groupId, chat_type: 'GROUP' }),

    picks(label, on) {
      const shown = on ? [on] : chat.messages.toReversed();
      for (const { text } of shown) {
        const line = text
          .split('\n')
          .find((one) => one.endsWith(`. ${label}`) || one.startsWith(`${label}. `));
        const key = /^(\d+|[A-Z]+)\. /.exec(line ?? '')?.[1];
        if (key !== undefined) return person.types(key);
      }
      throw new Error(`No line “${label}” on the screen of ${transcript()}`);
    },

    sendsPhoto: (bytes, caption) =>
      acts(
        'image',
        { photo: deps.publish('photos', bytes), ...(caption !== undefined && { caption }) },
        '(photo)',
      ),
    sendsVoice: (bytes = new Uint8Array([1])) =>
      acts('voice', { voice_url: deps.publish('voices', bytes) }, '(voice)'),
    sendsSticker: () => acts('sticker', { sticker: '1f600', url: 'https://stickers.example/1' }, '(sticker)'),
    sendsSomethingElse: () => acts('unsupported', {}, '(something else)'),

    blocks() {
      chat.standing = 'blocked';
      chat.transcript.push(`${chat.name} blocks the bot`);
    },
    unblocks() {
      chat.standing = 'open';
      chat.transcript.push(`${chat.name} lets the bot write again`);
    },

    receives(wanted, timeoutMs = 5000) {
      const what = typeof wanted === 'string' ? `“${wanted}”` : String(wanted);
      const look = () => {
        const index = chat.messages.findIndex((message, at) => at >= seen && isLike(message, wanted));
        if (index >= 0) seen = index + 1;
        return chat.messages[index];
      };
      return changes.until(look, { timeoutMs, explain: () => `No ${what} for ${transcript()}` });
    },
  };
  return person;
}

function isLike(message: Received, wanted: Wanted): boolean {
  return typeof wanted === 'string' ? message.text.includes(wanted) : wanted(message);
}
