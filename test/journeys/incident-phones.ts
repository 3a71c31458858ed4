import { expect } from 'vitest';
import type { Person as TelegramPerson } from '#test/fakes/telegram/person.ts';
import type { Person as ZaloPerson } from '#test/fakes/zalo/person.ts';

/** Somebody's phone in a story that is told on every channel. */
export interface JourneyPhone {
  types(text: string): void | Promise<void>;
  /** Taps the button with this label on the newest message that has it; on Zalo, types the number before it. */
  chooses(label: string): void | Promise<void>;
  /** The text of the next message that holds these words, after the one that the call before returned. */
  receives(words: string): Promise<string>;
  /** Everything that came so far, as it stands now. */
  texts(): string[];
}

/** A process of its own on a busy machine, whose chats get one message a second, ms. */
export const patience = 30_000;

export function telegramPhone(person: TelegramPerson): JourneyPhone {
  return {
    types: (text) => void person.types(text),
    chooses: (label) => void person.taps(label),
    receives: async (words) => (await person.receives(words, patience)).text,
    texts: () => person.messages.map(({ text }) => text),
  };
}

/** A long message comes in parts: its number counts once the last of them is there. */
export function zaloPhone(person: ZaloPerson): JourneyPhone {
  return {
    types: (text) => void person.types(text),
    chooses: (label) => void person.picks(label),
    async receives(words) {
      let { text } = await person.receives(words, patience);
      for (let part = partOf(text); part && part.number < part.of; part = partOf(text)) {
        const next = await person.receives(`(${part.number + 1}/${part.of})\n`, patience);
        text = `(${part.number + 1}/${part.of})\n${withoutPart(text)}\n${withoutPart(next.text)}`;
      }
      return withoutPart(text);
    },
    texts: () => person.messages.map(({ text }) => withoutPart(text)),
  };
}

const partMark = /^\((\d+)\/(\d+)\)\n/;

function partOf(text: string): { number: number; of: number } | undefined {
  const [, number, of] = partMark.exec(text) ?? [];
  return of === undefined ? undefined : { number: Number(number), of: Number(of) };
}

function withoutPart(text: string): string {
  return text.replace(partMark, '');
}

/** The first lines of the alerts that came to a phone. */
export function alertsOn(phone: JourneyPhone): string[] {
  return phone
    .texts()
    .filter((text) => text.startsWith('SỰ CỐ '))
    .map((text) => text.split('\n')[0] ?? '');
}

/** Nobody of these was alerted. */
export function expectAsleep(...phones: JourneyPhone[]): void {
  expect(phones.flatMap(alertsOn)).toEqual([]);
}
