import type { Officer } from '#domain/organisation.ts';
import { textIn } from '#locales/text.ts';
import { linkedChatsOf } from '#storage/queries/identities.ts';
import { chatNames } from '#handlers/channel-words.ts';
import { tellChat } from '#handlers/tell-chat.ts';
import type { Turn } from '#handlers/turn.ts';

/**
 * Says in an officer's other chats that this one has been linked (if it `isNew`), so that nobody joins unnoticed. Returns
 * where reminders go from now on, in the words for this chat; undefined where it is the only one.
 */
export async function tellOfNewChat(
  turn: Turn,
  officer: Officer,
  { isNew }: { isNew: boolean },
): Promise<string | undefined> {
  const { tx, message } = turn;
  const say = textIn(officer.language);
  const all = await linkedChatsOf(tx, officer.id);
  const open = all.filter(({ reach }) => reach === 'open');
  const here = open.find(({ bot, chatId }) => bot === message.bot && chatId === message.chatId);
  const [preferred] = open;
  if (!here || !preferred || open.length === 1) return undefined;

  const nameOf = chatNames(say, all);
  const channel = nameOf(preferred);
  if (isNew) {
    const next =
      preferred === here
        ? say('link-reminders-go-to', { channel })
        : say('link-reminders-stay-at', { channel });
    const text = say('link-told', { channel: nameOf(here), next });
    for (const chat of open) {
      if (chat !== here) await tellChat(turn, { officerId: officer.id, chat, text });
    }
  }
  return preferred === here ? say('welcome-next-linked') : say('welcome-next-linked-elsewhere', { channel });
}
