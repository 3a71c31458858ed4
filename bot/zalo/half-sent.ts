/** How far texts of several parts have come that could not be sent to their end. */
export interface HalfSent {
  /** How many parts of exactly this text the chat has; 0 when it was not tried, or too long ago. */
  partsSent(chatId: string, parts: readonly string[]): number;
  note(chatId: string, parts: readonly string[], sent: number): void;
}

/**
 * In memory: one text for each chat, since one message at a time is under way there. An hour covers the longest wait
 * between two tries (15 minutes); after that the first part is too far up on the screen to be read together.
 */
export function createHalfSent(now: () => number): HalfSent {
  const chats = new Map<string, { parts: readonly string[]; sent: number; at: number }>();
  return {
    partsSent(chatId, parts) {
      const known = chats.get(chatId);
      const isSame = known && now() - known.at < KEPT_MS && known.parts.join('\0') === parts.join('\0');
      return isSame ? known.sent : 0;
    },
    note(chatId, parts, sent) {
      chats.delete(chatId);
      for (const [chat, { at }] of chats) if (now() - at >= KEPT_MS) chats.delete(chat);
      if (sent < parts.length) chats.set(chatId, { parts, sent, at: now() });
    },
  };
}

const KEPT_MS = 60 * 60_000;
