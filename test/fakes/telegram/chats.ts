export interface Button {
  label: string;
  data: string;
}

/** A message of the bot as it stands on the phone now. */
export interface Received {
  messageId: number;
  text: string;
  buttons: Button[][];
  /** When it came, ms on the server's clock. */
  at: number;
  edits: number;
  /** Buttons that it carried at any time: a phone that was away may still show them. */
  onceShown: Button[];
}

/** `stranger`: known to Telegram, but has never written to the bot. */
export type Standing = 'stranger' | 'open' | 'blocked' | 'deactivated';

export interface Chat {
  id: number;
  name: string;
  standing: Standing;
  messages: Received[];
  /** What happened, a line each, for people. */
  transcript: string[];
}

/** Every chat that Telegram knows, by id, and the numbering of messages. */
export function createChats() {
  const chats = new Map<number, Chat>();
  let nextMessageId = 1;
  return {
    find: (id: number) => chats.get(id),
    at(id: number, name: string): Chat {
      const known = chats.get(id);
      if (known) return known;
      const chat: Chat = { id, name, standing: 'stranger', messages: [], transcript: [] };
      chats.set(id, chat);
      return chat;
    },
    newMessageId: () => nextMessageId++,
  };
}

export type Chats = ReturnType<typeof createChats>;

export function describeButtons(buttons: Button[][]): string {
  return buttons.map((row) => row.map(({ label }) => `[${label}]`).join(' ')).join(' / ');
}
