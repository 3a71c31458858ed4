import { randomUUID } from 'node:crypto';
import { createChanges } from '#test/fakes/changes.ts';
import type { AnyPhone } from '#test/journeys/counted-phone.ts';
import type { MessageJson } from '#web/rehearsal/wire.ts';

/** A phone of the rehearsal room, used over HTTP as the page uses it. */
export interface RoomPhone extends AnyPhone {
  hangsUp(): void;
}

/** A process of its own on a busy machine, ms. */
const patience = 20_000;

export async function openRoomPhone(url: string, chatId: string): Promise<RoomPhone> {
  const hangUp = new AbortController();
  const changes = createChanges();
  const messages: MessageJson[] = [];
  let seen = 0;
  const events = await fetch(`${url}/rehearsal/events`, { signal: hangUp.signal });
  void read(events, (event) => {
    if (event.chatId !== chatId || event.message.from !== 'bot') return;
    messages.push(event.message);
    changes.happened();
  });

  async function does(what: 'messages' | 'taps', action: object): Promise<void> {
    const response = await fetch(`${url}/rehearsal/phones/${chatId}/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...action, clientId: randomUUID() }),
    });
    if (!response.ok) throw new Error(`The room answered ${response.status}: ${await response.text()}`);
  }

  return {
    types: (text) => does('messages', { text }),
    async chooses(label) {
      const shown = messages[seen - 1];
      const choice = shown?.choices?.flat().find((one) => one.label === label);
      if (!shown || !choice) throw new Error(`${chatId} sees no “${label}” under:\n${shown?.text}`);
      await does('taps', { messageId: shown.id, data: choice.data });
    },
    async next() {
      const explain = () => `${chatId} has ${messages.length} messages, the last:\n${messages.at(-1)?.text}`;
      const message = await changes.until(() => messages[seen], { timeoutMs: patience, explain });
      seen += 1;
      return message.text;
    },
    hangsUp: () => hangUp.abort(),
  };
}

/** The stream's messages until it ends, which it does when the phone hangs up. */
async function read(
  events: Response,
  came: (event: { chatId: string; message: MessageJson }) => void,
): Promise<void> {
  let unread = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of events.body ?? []) {
      unread += decoder.decode(chunk, { stream: true });
      const parts = unread.split('\n\n');
      unread = parts.pop() ?? '';
      for (const part of parts) {
        const data = /^event: message\ndata: (.*)$/m.exec(part)?.[1];
        if (data) came(JSON.parse(data));
      }
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  }
}
