import { decodeTap } from '#domain/callback.ts';
import { recognise } from '#domain/command.ts';
import type { Officer } from '#domain/organisation.ts';
import { markBlocked, markOpen } from '#storage/queries/identities.ts';
import { answerStranger } from '#handlers/answer-stranger.ts';
import { speaksOfIncident, tellGroup, tellStranger } from '#handlers/incident/stranger.ts';
import { meetStranger } from '#handlers/join.ts';
import { receiveMedia } from '#handlers/receive-media.ts';
import { routeTap } from '#handlers/route-tap.ts';
import { routeText } from '#handlers/route-text.ts';
import type { OfficerTurn, Turn } from '#handlers/turn.ts';

/** Decides what an update is about; the one place that knows all handlers. */
export async function route(turn: Turn, officer: Officer | undefined): Promise<void> {
  const { message, say, tx, now } = turn;
  const { content } = message;
  if (content.kind === 'reachability' && !content.reachable) {
    return markBlocked(tx, message.bot, message.chatId, now);
  }
  // Platforms keep updates for a day or so: that a chat was opened again may never be told.
  await markOpen(tx, message.bot, message.chatId);
  if (content.kind === 'reachability') return;
  if (message.chatKind === 'group') return answerGroup(turn);
  if (!officer)
    return speaksOfIncident(content) ? tellStranger(turn) : meetStranger(turn, codeShownIn(content));
  const known: OfficerTurn = { ...turn, officer };
  switch (content.kind) {
    case 'text':
      return routeText(known, content.text);
    case 'tap':
      return routeTap(known, decodeTap(content.data));
    case 'edited':
      return turn.reply({ text: say('edited-message') });
    case 'media':
      return receiveMedia(known, content, (caption, unasked) => routeText(known, caption, unasked));
    case 'unsupported':
      return turn.reply({
        text: content.what === 'document' ? say('unsupported-document') : say('unsupported-other'),
      });
  }
}

/** In a group only who speaks to the bot is answered, and only with where to go; a code shown there is not taken. */
async function answerGroup(turn: Turn): Promise<void> {
  const { content } = turn.message;
  if (speaksOfIncident(content)) return tellGroup(turn);
  const command = content.kind === 'text' && recognise(content.text, { inDialogue: true });
  if (command) await answerStranger(turn, turn.say('group-only-private'));
}

function codeShownIn(content: Turn['message']['content']): string {
  if (content.kind !== 'text') return '';
  const command = recognise(content.text, { inDialogue: true });
  return command?.kind === 'start' ? command.code : content.text;
}
