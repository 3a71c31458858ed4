import { createRehearsalChannel } from '#bot/rehearsal/channel.ts';
import type { Channel, SendResult } from '#domain/channel.ts';

/** A message as it stands on a phone now. */
export interface Shown {
  id: string;
  text: string;
  buttons: { label: string; data: string }[];
}

/** One send that the platform took, for stories about who got what and in what order. */
interface Sending {
  chatId: string;
  text: string;
}

export interface Phones {
  channel: Channel;
  /** Everything that the bot sent to a chat, as it stands now. */
  screenOf(chatId: string): readonly Shown[];
  /** Everything that was sent, in order. */
  sendings: readonly Sending[];
  /** Until `opens`, sends to this chat are refused as Telegram refuses them for a person who has blocked the bot. */
  blocks(chatId: string): void;
  opens(chatId: string): void;
  /** The next sends end like this; with `arrives`, the person gets them all the same. */
  nextSendEnds(result: SendResult, options?: { times?: number; arrives?: boolean }): void;
}

/** Phones in memory behind the rehearsal channel: quick, without gaps, and with Telegram's checks of what is sent. */
export function createPhones(): Phones {
  const screens = new Map<string, Shown[]>();
  const sendings: Sending[] = [];
  const blocked = new Set<string>();
  const endings: { result: SendResult; arrives: boolean }[] = [];
  const screenOf = (chatId: string) => screens.get(chatId) ?? [];

  const room = createRehearsalChannel({
    async deliver({ chatId, messageId, text, choices }) {
      const screen = screenOf(chatId);
      screens.set(chatId, screen);
      const edited = screen.find(({ id }) => id === messageId);
      if (edited) {
        Object.assign(edited, { text, buttons: choices.flat() });
        return edited.id;
      }
      sendings.push({ chatId, text });
      const id = `phone-message-${sendings.length}`;
      screen.push({ id, text, buttons: choices.flat() });
      return id;
    },
  });

  return {
    channel: {
      ...room,
      async send(chatId, message) {
        if (blocked.has(chatId)) return { kind: 'refused', reason: 'blocked', detail: 'blocked by the user' };
        const ending = endings.shift();
        if (!ending) return room.send(chatId, message);
        if (ending.arrives) await room.send(chatId, message);
        return ending.result;
      },
    },
    screenOf,
    sendings,
    blocks: (chatId) => void blocked.add(chatId),
    opens: (chatId) => void blocked.delete(chatId),
    nextSendEnds(result, { times = 1, arrives = false } = {}) {
      for (let time = 0; time < times; time += 1) endings.push({ result, arrives });
    },
  };
}
