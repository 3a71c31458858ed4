import { encodeTap } from '#domain/callback.ts';
import type { ChannelKind, Choice } from '#domain/channel.ts';
import { dayOf } from '#domain/time.ts';
import { shortDay } from '#locales/dates.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { linkedChatsOf, preferChat, type LinkedChat } from '#storage/queries/identities.ts';
import { chatNames } from '#handlers/channel-words.ts';
import { giveLinkCode } from '#handlers/link-code.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { askWhetherToUnlink, unlink } from '#handlers/unlink.ts';

/** "/lienket": where this person can be reached and what they may change about it; `to`: a channel that they want to add. */
export async function showLinks(turn: OfficerTurn, to?: ChannelKind): Promise<void> {
  const { say, message, deps } = turn;
  const chats = await linkedChatsOf(turn.tx, turn.officer.id);
  if (to && !chats.some(({ channel, reach }) => channel === to && reach !== 'retired'))
    return giveLinkCode(turn, to);
  const nameOf = chatNames(say, chats);
  const preferred = chats.find(({ reach }) => reach === 'open');
  const lines = chats.map((chat) =>
    say('link-line', {
      channel: nameOf(chat),
      since: shortDay(dayOf(chat.linkedAt, deps.catalogue.zone)),
      state: stateOf(chat),
    }),
  );
  const others = chats.filter((chat) => chat.reach === 'open' && chat !== preferred);
  await turn.reply({
    text: say('link-list', { lines: lines.join('\n') }),
    choices: [
      ...others.map((chat) => [preferChoice(chat)]),
      ...chats.map((chat) => [
        { label: say('button-unlink', { channel: nameOf(chat) }), data: tapOn('unlink', chat) },
      ]),
      [{ label: say('button-link-more'), data: encodeTap('link', 'more') }],
    ],
  });

  function stateOf(chat: LinkedChat): string {
    if (chat.reach !== 'open') return say(`link-state-${chat.reach}`);
    return chat === preferred ? say('link-state-preferred') : '';
  }

  function preferChoice(chat: LinkedChat): Choice {
    const isHere = chat.bot === message.bot && chat.chatId === message.chatId;
    const label = isHere ? say('button-prefer-here') : say('button-prefer', { channel: nameOf(chat) });
    return { label, data: tapOn('prefer', chat) };
  }
}

function tapOn(what: 'prefer' | 'unlink', { id }: LinkedChat): string {
  return encodeTap('link', what, id);
}

/** One of those buttons, or of the question that comes before unlinking. */
export async function tapLink(turn: OfficerTurn, [what, id]: readonly string[]): Promise<void> {
  const { say, tx, officer } = turn;
  if (what === 'more') return giveLinkCode(turn);
  if (what === 'keep') return turn.reply({ text: say('link-kept') });
  const chats = await linkedChatsOf(tx, officer.id);
  const chat = chats.find((one) => one.id === id);
  if (!chat) return turn.reply({ text: say('old-button') });
  switch (what) {
    case 'prefer':
      return prefer(turn, chats, chat);
    case 'unlink':
      return askWhetherToUnlink(turn, chats, chat);
    case 'sure':
    case 'last':
      return unlink(turn, chats, chat, { knowsItIsTheLast: what === 'last' });
    default:
      return turn.reply({ text: say('old-button') });
  }
}

async function prefer(turn: OfficerTurn, chats: LinkedChat[], chat: LinkedChat): Promise<void> {
  const { tx, say, now, officer } = turn;
  if (chat.reach !== 'open') return showLinks(turn);
  await preferChat(tx, { id: chat.id, officerId: officer.id, at: now });
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'chat-preferred', subjectId: officer.id },
    details: { bot: chat.bot },
  });
  await turn.reply({ text: say('link-preferred', { channel: chatNames(say, chats)(chat) }) });
}
