import { openChatsOf } from '#storage/queries/identities.ts';
import { putInLine, type MessageContent } from '#storage/queries/messages.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import type { Language } from '#locales/text.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Puts a message to somebody else in line, in their language; nothing for those whom no chat reaches. `key` makes it once. */
export async function tell(
  { tx, deps, now }: OfficerTurn,
  officerId: string,
  key: string,
  content: (language: Language) => MessageContent,
): Promise<void> {
  const [chat] = await openChatsOf(tx, officerId);
  const officer = await findOfficer(tx, officerId);
  if (!chat || !officer) return;
  await putInLine(tx, [
    {
      ...{ id: deps.newId(), key, bot: chat.bot, chatId: chat.chatId, officerId, kind: 'notice' },
      ...{ priority: 'reply', content: content(officer.language), createdAt: now },
    },
  ]);
}
