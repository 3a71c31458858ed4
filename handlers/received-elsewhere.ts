import type { Assignment } from '#storage/queries/assignments.ts';
import type { Chat } from '#storage/queries/identities.ts';
import { remindersElsewhere } from '#storage/queries/reminders-elsewhere.ts';
import { channelName } from '#handlers/channel-words.ts';
import { titlesOf } from '#handlers/duty-words.ts';
import { tellChat } from '#handlers/tell-chat.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * These reports have just come in here, with their answers or recorded as sent on paper. The officer's other chats that
 * reminded of any of them are told, and the buttons of those reminders go once nothing is left to be done under them.
 */
export async function tellReceivedElsewhere(
  turn: OfficerTurn,
  received: Assignment[],
  how: 'received-elsewhere' | 'filed-elsewhere',
): Promise<void> {
  const { tx, officer, message, say } = turn;
  const reminders = await remindersElsewhere(tx, {
    officerId: officer.id,
    assignmentIds: received.map(({ id }) => id),
    here: message,
  });
  for (const inChat of Map.groupBy(reminders, keyOf).values()) {
    const [chat] = inChat;
    if (!chat) continue;
    const text = say(how, {
      channel: channelName(say, message.channel),
      lines: linesFor(turn, received).join('\n'),
      next: inChat.some(({ stillOwed }) => stillOwed)
        ? say('received-elsewhere-more')
        : say('received-elsewhere-done'),
    });
    await tellChat(turn, { officerId: officer.id, chat, text, priority: 'routine' });
  }
  for (const { messageId, stillOwed } of reminders) if (!stillOwed) await turn.retire(messageId);
}

function keyOf({ bot, chatId }: Chat): string {
  return `${bot} ${chatId}`;
}

/** "• Sở Tài chính: Báo cáo tháng 12/2026, quý IV/2026". */
function linesFor({ deps, language, say }: OfficerTurn, received: Assignment[]): string[] {
  const units = Map.groupBy(received, ({ unitId }) => unitId);
  return [...units.values()].map((reports) =>
    say('received-elsewhere-line', {
      unit: reports[0]?.unitName ?? '',
      titles: titlesOf(deps.catalogue, language, reports),
    }),
  );
}
