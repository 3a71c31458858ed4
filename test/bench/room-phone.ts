import { randomUUID } from 'node:crypto';

/** A phone of the rehearsal room at this address, as the page uses it. */
export interface RoomPhone {
  /** Types and waits for what the bot says next. */
  asks(text: string): Promise<void>;
  close(): void;
}

export async function openPhone(url: string): Promise<RoomPhone> {
  const state = (await (await fetch(`${url}/rehearsal/state`)).json()) as { phones: { chatId: string }[] };
  const chatId = state.phones[0]?.chatId;
  if (!chatId) throw new Error('There is no phone in the room.');
  const hangUp = new AbortController();
  const events = await fetch(`${url}/rehearsal/events`, { signal: hangUp.signal });
  const said = botMessages(events, chatId);

  return {
    async asks(text) {
      const response = await fetch(`${url}/rehearsal/phones/${encodeURIComponent(chatId)}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, clientId: randomUUID() }),
      });
      if (!response.ok) throw new Error(`The room answered ${response.status}: ${await response.text()}`);
      await said.next();
    },
    close: () => hangUp.abort(),
  };
}

/** What the bot says to a chat, from the stream of events. */
async function* botMessages(events: Response, chatId: string): AsyncGenerator<void> {
  let unread = '';
  const decoder = new TextDecoder();
  for await (const chunk of events.body ?? []) {
    unread += decoder.decode(chunk, { stream: true });
    const parts = unread.split('\n\n');
    unread = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^event: message\ndata: (.*)$/m.exec(part)?.[1];
      const event = data && (JSON.parse(data) as { chatId: string; message: { from: string } });
      if (event && event.chatId === chatId && event.message.from === 'bot') yield;
    }
  }
}
