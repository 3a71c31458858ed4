import { encodeTap } from '#domain/callback.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { unlinkChats, type LinkedChat } from '#storage/queries/identities.ts';
import { chatNames } from '#handlers/channel-words.ts';
import { tellChat } from '#handlers/tell-chat.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Gỡ Zalo": asked back, with a warning when nothing that reaches this person would be left. */
export async function askWhetherToUnlink(
  turn: OfficerTurn,
  chats: LinkedChat[],
  chat: LinkedChat,
): Promise<void> {
  const { say } = turn;
  const nameOf = chatNames(say, chats);
  const channel = nameOf(chat);
  const [next] = leftWithout(chats, chat);
  await turn.reply({
    text: next
      ? say('link-unlink-ask', { channel, other: nameOf(next) })
      : say('link-unlink-ask-last', { channel }),
    choices: [
      [
        next
          ? { label: say('button-unlink-sure'), data: encodeTap('link', 'sure', chat.id) }
          : { label: say('button-unlink-last'), data: encodeTap('link', 'last', chat.id) },
        { label: say('button-keep'), data: encodeTap('link', 'keep') },
      ],
    ],
  });
}

/**
 * The yes to that. Asked again when what was said then is no longer so: it has become the last one. The chat itself and
 * those that are left are told; a conversation that was under way goes on in another chat.
 */
export async function unlink(
  turn: OfficerTurn,
  chats: LinkedChat[],
  chat: LinkedChat,
  { knowsItIsTheLast }: { knowsItIsTheLast: boolean },
): Promise<void> {
  const { tx, say, now, officer } = turn;
  const left = leftWithout(chats, chat);
  const [next] = left;
  if (!next && !knowsItIsTheLast) return askWhetherToUnlink(turn, chats, chat);
  await unlinkChats(tx, officer.id, [chat.id]);
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'chat-unlinked', subjectId: officer.id },
    details: { bot: chat.bot },
  });
  const nameOf = chatNames(say, chats);
  const channel = nameOf(chat);
  await turn.reply({
    text: next
      ? say('link-unlinked', { channel, other: nameOf(next) })
      : say('link-unlinked-last', { channel }),
  });
  const officerId = officer.id;
  if (chat.reach === 'open' && !isHere(turn, chat)) {
    await tellChat(turn, { officerId, chat, text: say('link-unlinked-there', { name: officer.name }) });
  }
  for (const other of left.filter((one) => !isHere(turn, one))) {
    await tellChat(turn, { officerId, chat: other, text: say('link-unlinked-told', { channel }) });
  }
}

/** What would still reach the person, in the order in which it is used. */
function leftWithout(chats: LinkedChat[], chat: LinkedChat): LinkedChat[] {
  return chats.filter(({ id, reach }) => id !== chat.id && reach === 'open');
}

function isHere({ message }: OfficerTurn, { bot, chatId }: LinkedChat): boolean {
  return bot === message.bot && chatId === message.chatId;
}
