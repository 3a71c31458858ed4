import type { Changes } from '#test/fakes/changes.ts';
import type { Button, Chat, Chats, Received, Standing } from '#test/fakes/telegram/chats.ts';
import type { Update, UpdateQueue } from '#test/fakes/telegram/update-queue.ts';

/** A part of the text, or a look at the message. */
type Wanted = string | ((message: Received) => boolean);

/** Somebody with a phone. What they do becomes an update, which is returned so that it can be replayed. */
export interface Person {
  chatId: number;
  /** Everything that the bot sent here, as it stands now. */
  messages: readonly Received[];
  types(text: string): Update;
  typesIn(groupId: number, text: string): Update;
  /** Something that is not text: `sends({ photo: […] })`. */
  sends(content: Record<string, unknown>): Update;
  /** In two sizes, as Telegram gives them. */
  sendsPhoto(bytes: Uint8Array, caption?: string): Update;
  sendsVoice(bytes: Uint8Array): Update;
  /** Presses the button with this label or data on the newest message that has it now, or on the given one, as it is or was. */
  taps(labelOrData: string, on?: Received): Update;
  /** Changes what was typed last. */
  edits(text: string): Update;
  blocks(): Update;
  unblocks(): Update;
  /** The account is deleted; the bot is not told. */
  deactivates(): void;
  /** The next message like this, after the one that the call before returned. */
  receives(wanted: Wanted, timeoutMs?: number): Promise<Received>;
  /** Any message that stands like this on the screen: also after an edit, also an old one. */
  sees(wanted: Wanted, timeoutMs?: number): Promise<Received>;
  transcript(): string;
}

export interface PersonDeps {
  chats: Chats;
  queue: UpdateQueue;
  changes: Changes;
  openTaps: Set<string>;
  /** Keeps a file; returns its id, by which the bot may ask for it. */
  keepFile(folder: 'photos' | 'voice', bytes: Uint8Array): string;
  /** Leaves out of the updates what servers other than Telegram's may not give. */
  minimal: boolean;
}

export function createPerson(deps: PersonDeps, chat: Chat): Person {
  const { chats, queue, changes, openTaps, minimal } = deps;
  let seen = 0;
  let lastTyped = { messageId: 0, text: '' };

  const from = {
    id: chat.id,
    first_name: chat.name,
    ...(!minimal && { is_bot: false, language_code: 'vi' }),
  };
  const here = { id: chat.id, type: 'private', ...(!minimal && { first_name: chat.name }) };
  const transcript = () => [`${chat.name} (${chat.id}):`, ...chat.transcript].join('\n  ');

  function acts(line: string, content: Record<string, unknown>): Update {
    chat.transcript.push(`${chat.name} ← ${line}`);
    return queue.add(content);
  }

  function writes(what: Record<string, unknown>, line: string): Update {
    if (chat.standing === 'blocked')
      throw new Error(`${chat.name} has blocked the bot and cannot write to it`);
    chat.standing = 'open';
    return acts(line, {
      message: { message_id: chats.newMessageId(), date: unixNow(), chat: here, from, ...what },
    });
  }

  function standsNow(standing: Standing, status: string): Update {
    chat.standing = standing;
    const user = { id: 1, is_bot: true, first_name: 'bot' };
    const old = { user, status: status === 'member' ? 'kicked' : 'member' };
    const change = {
      chat: here,
      from,
      date: unixNow(),
      old_chat_member: old,
      new_chat_member: { user, status },
    };
    return acts(`(${status})`, { my_chat_member: change });
  }

  function waitFor(wanted: Wanted, timeoutMs: number, look: () => Received | undefined): Promise<Received> {
    const what = typeof wanted === 'string' ? `“${wanted}”` : String(wanted);
    return changes.until(look, { timeoutMs, explain: () => `No ${what} for ${transcript()}` });
  }

  return {
    chatId: chat.id,
    messages: chat.messages,
    transcript,

    types(text) {
      const update = writes({ text, ...(!minimal && entitiesOf(text)) }, text);
      lastTyped = { messageId: (update.message as { message_id: number }).message_id, text };
      return update;
    },

    typesIn(groupId, text) {
      chats.at(groupId, 'group').standing = 'open';
      const group = { id: groupId, type: 'supergroup', title: 'group' };
      const message = { message_id: chats.newMessageId(), date: unixNow(), chat: group, from, text };
      return acts(`(in ${groupId}) ${text}`, { message });
    },

    sends: (content) => writes(content, `(${Object.keys(content).join()})`),

    sendsPhoto(bytes, caption) {
      const small = { file_id: deps.keepFile('photos', new Uint8Array([0])), width: 90, height: 60 };
      const large = { file_id: deps.keepFile('photos', bytes), width: 1280, height: 853 };
      return writes({ photo: [small, large], ...(caption !== undefined && { caption }) }, '(photo)');
    },
    sendsVoice: (bytes) =>
      writes({ voice: { file_id: deps.keepFile('voice', bytes), duration: 3 } }, '(voice)'),

    taps(labelOrData, on) {
      const shown = on ? [{ message: on, buttons: [...on.buttons.flat(), ...on.onceShown] }] : screenOf(chat);
      for (const { message, buttons } of shown) {
        const button = buttons.find(({ label, data }) => label === labelOrData || data === labelOrData);
        if (!button) continue;
        const id = `tap-${chats.newMessageId()}`;
        openTaps.add(id);
        const under = { message_id: message.messageId, date: unixNow(), chat: here, text: message.text };
        const tap = { id, from, message: under, ...(!minimal && { chat_instance: '1' }), data: button.data };
        return acts(`[${button.label}] under (${message.messageId})`, { callback_query: tap });
      }
      throw new Error(`No button “${labelOrData}” on the screen of ${transcript()}`);
    },

    edits(text) {
      const edited = {
        message_id: lastTyped.messageId,
        date: unixNow(),
        edit_date: unixNow(),
        chat: here,
        from,
        text,
      };
      return acts(`✎ ${lastTyped.text} ⇒ ${text}`, { edited_message: edited });
    },

    blocks: () => standsNow('blocked', 'kicked'),
    unblocks: () => standsNow('open', 'member'),
    deactivates() {
      chat.standing = 'deactivated';
    },

    receives: (wanted, timeoutMs = 5000) =>
      waitFor(wanted, timeoutMs, () => {
        const index = chat.messages.findIndex((message, at) => at >= seen && isLike(message, wanted));
        if (index >= 0) seen = index + 1;
        return chat.messages[index];
      }),

    sees: (wanted, timeoutMs = 5000) =>
      waitFor(wanted, timeoutMs, () => chat.messages.find((message) => isLike(message, wanted))),
  };
}

function isLike(message: Received, wanted: Wanted): boolean {
  return typeof wanted === 'string' ? message.text.includes(wanted) : wanted(message);
}

function screenOf(chat: Chat): { message: Received; buttons: Button[] }[] {
  return chat.messages.toReversed().map((message) => ({ message, buttons: message.buttons.flat() }));
}

function entitiesOf(text: string) {
  const command = /^\/\w+/.exec(text)?.[0];
  return command && { entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
}

function unixNow(): number {
  return Math.floor(Date.now() / 1000);
}
