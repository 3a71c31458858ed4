/** A message of the bot as it stands on the phone; nothing can change it any more. */
export interface Received {
  messageId: string;
  text: string;
  /** When it came, ms on the server's clock. */
  at: number;
}

/** `stranger`: known to Zalo, but has never written to the bot. */
type Standing = 'stranger' | 'open' | 'blocked';

export interface Chat {
  id: string;
  name: string;
  standing: Standing;
  messages: Received[];
  /** What happened, a line each, for people. */
  transcript: string[];
}

/** Every chat of one bot, by id, and the numbering of messages. */
export function createChats() {
  const chats = new Map<string, Chat>();
  let messages = 0;
  return {
    find: (id: string) => chats.get(id),
    at(id: string, name: string): Chat {
      const known = chats.get(id);
      if (known) return known;
      const chat: Chat = { id, name, standing: 'stranger', messages: [], transcript: [] };
      chats.set(id, chat);
      return chat;
    },
    /** Looks like Zalo's: text, not a number that grows. */
    newMessageId(): string {
      messages += 1;
      return `2d758cb5e222177a${messages.toString(16).padStart(8, '0')}`;
    },
  };
}

export type Chats = ReturnType<typeof createChats>;
