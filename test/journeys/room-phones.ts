import { randomUUID } from 'node:crypto';
import { type Changes, createChanges } from '#test/fakes/changes.ts';
import { type JourneyPhone, patience } from '#test/journeys/incident-phones.ts';

interface RoomMessage {
  id: string;
  from: 'bot' | 'person';
  text: string;
  choices?: { label: string; data: string }[][];
}

export interface RoomPhones {
  /** The phone with this chat id. */
  phone(chatId: string): JourneyPhone;
  hangUp(): void;
}

/** Phones of a rehearsal room over HTTP, as its page uses them: posts, and one stream of events. */
export async function openRoomPhones(url: string): Promise<RoomPhones> {
  const got = new Map<string, RoomMessage[]>();
  const changes = createChanges();
  const hangUp = new AbortController();
  const events = await fetch(`${url}/rehearsal/events`, { signal: hangUp.signal });
  const read = readEvents(events, (chatId, message) => {
    got.set(chatId, [...(got.get(chatId) ?? []), message]);
    changes.happened();
  });
  read.catch(() => {});

  async function does(chatId: string, what: 'messages' | 'taps', body: object): Promise<void> {
    const response = await fetch(`${url}/rehearsal/phones/${chatId}/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, clientId: randomUUID() }),
    });
    if (!response.ok) throw new Error(`The room answered ${response.status}: ${await response.text()}`);
  }

  return {
    phone: (chatId) => roomPhone(chatId, () => got.get(chatId) ?? [], changes, does),
    hangUp: () => hangUp.abort(),
  };
}

function roomPhone(
  chatId: string,
  shown: () => readonly RoomMessage[],
  changes: Changes,
  does: (chatId: string, what: 'messages' | 'taps', body: object) => Promise<void>,
): JourneyPhone {
  let seen = 0;
  const describe = () =>
    `${chatId}:\n${shown()
      .map(({ text }) => text)
      .join('\n--\n')}`;
  return {
    types: (text) => does(chatId, 'messages', { text }),
    async chooses(label) {
      const buttons = shown()
        .toReversed()
        .flatMap(({ id, choices = [] }) => choices.flat().map((choice) => ({ id, ...choice })));
      const button = buttons.find((one) => one.label === label);
      if (!button) throw new Error(`No button “${label}” on ${describe()}`);
      await does(chatId, 'taps', { messageId: button.id, data: button.data });
    },
    receives: (words) =>
      changes.until(
        () => {
          const index = shown().findIndex(({ text }, at) => at >= seen && text.includes(words));
          if (index >= 0) seen = index + 1;
          return shown()[index]?.text;
        },
        { timeoutMs: patience, explain: () => `No “${words}” on ${describe()}` },
      ),
    texts: () => shown().map(({ text }) => text),
  };
}

/** What the bot says to anybody, as it comes. */
async function readEvents(
  events: Response,
  onMessage: (chatId: string, message: RoomMessage) => void,
): Promise<void> {
  let unread = '';
  const decoder = new TextDecoder();
  for await (const chunk of events.body ?? []) {
    unread += decoder.decode(chunk, { stream: true });
    const parts = unread.split('\n\n');
    unread = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^event: message\ndata: (.*)$/m.exec(part)?.[1];
      if (data === undefined) continue;
      const { chatId, message } = JSON.parse(data) as { chatId: string; message: RoomMessage };
      if (message.from === 'bot') onMessage(chatId, message);
    }
  }
}
