import type { Chat } from '#storage/queries/identities.ts';
import { putInLine, type Priority } from '#storage/queries/messages.ts';
import type { Turn } from '#handlers/turn.ts';

/** Puts a text to one certain chat of an officer in line: it concerns that chat, so it goes nowhere else when that is closed. */
export async function tellChat(
  { tx, deps, now }: Turn,
  {
    officerId,
    chat,
    text,
    priority = 'reply',
  }: {
    officerId: string;
    chat: Chat;
    text: string;
    priority?: Priority;
  },
): Promise<void> {
  await putInLine(tx, [
    {
      ...{ id: deps.newId(), bot: chat.bot, chatId: chat.chatId, officerId, kind: 'chat-notice' },
      ...{ priority, content: { kind: 'text', text }, createdAt: now },
    },
  ]);
}
