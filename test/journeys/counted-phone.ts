import type { Received as OnTelegram } from '#test/fakes/telegram/chats.ts';
import type { Person as TelegramPerson } from '#test/fakes/telegram/person.ts';
import type { Received as OnZalo } from '#test/fakes/zalo/chats.ts';
import type { Person as ZaloPerson } from '#test/fakes/zalo/person.ts';
import { next } from '#test/journeys/conversation.ts';
import { nextOnZalo } from '#test/journeys/zalo-conversation.ts';

/** A person's phone, whatever the channel. What they do has left the phone when the promise resolves. */
export interface AnyPhone {
  types(text: string): Promise<void>;
  /** Taps the choice on the message that came last; where there are no buttons, types what stands before it. */
  chooses(label: string): Promise<void>;
  /** The text of the next message. */
  next(): Promise<string>;
}

export interface CountedPhone extends AnyPhone {
  /** How many messages, typed or tapped, the person has sent on it. */
  sent(): number;
}

export function counted(phone: AnyPhone): CountedPhone {
  let sent = 0;
  const one = async (done: Promise<void>) => {
    sent += 1;
    await done;
  };
  return {
    types: (text) => one(phone.types(text)),
    chooses: (label) => one(phone.chooses(label)),
    next: () => phone.next(),
    sent: () => sent,
  };
}

export function onTelegram(person: TelegramPerson): AnyPhone {
  let shown: OnTelegram | undefined;
  return {
    types: async (text) => void person.types(text),
    chooses: async (label) => void person.taps(label, shown),
    async next() {
      shown = await next(person);
      return shown.text;
    },
  };
}

export function onZalo(person: ZaloPerson): AnyPhone {
  let shown: OnZalo | undefined;
  return {
    types: async (text) => void person.types(text),
    chooses: async (label) => void person.picks(label, shown),
    async next() {
      shown = await nextOnZalo(person);
      return shown.text;
    },
  };
}
