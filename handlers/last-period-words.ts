import type { Choice, OutgoingMessage } from '#domain/channel.ts';
import type { DialogueSay, OfferSay, TakenLine } from '#domain/dialogue/say.ts';
import { dialogueTap } from '#domain/dialogue/tap.ts';
import { answerLines } from '#handlers/answer-lines.ts';
import type { Conversation } from '#handlers/label-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "3 báo cáo, 14 câu (thay vì 27)", and the two ways to have less to answer. */
export function offerMessage({ say }: OfficerTurn, { id }: Conversation, offer: OfferSay): OutgoingMessage {
  const { reports, asks, alone } = offer;
  const choices: Choice[] = [
    ...(offer.takeLast
      ? [{ label: say('button-take-last'), data: dialogueTap(id, { kind: 'take-last' }) }]
      : []),
    ...(offer.nothing ? [{ label: say('button-nothing'), data: dialogueTap(id, { kind: 'nothing' }) }] : []),
  ];
  const text = asks < alone ? say('offer-together', { reports, asks, alone }) : say('offer-alone', { asks });
  return { text, ...(choices.length > 0 ? { choices: [choices] } : {}) };
}

/** A short table of what was taken over. */
export function takenWords(turn: OfficerTurn, conversation: Conversation, lines: TakenLine[]): string {
  if (lines.length === 0) return turn.say('taken-none');
  return [turn.say('taken-title'), ...takenLines(turn, conversation, lines)].join('\n');
}

/** What "Không phát sinh" comes to, to be confirmed before anything is recorded. */
export function confirmNothing(
  turn: OfficerTurn,
  conversation: Conversation,
  { lines }: Extract<DialogueSay, { kind: 'confirm-nothing' }>,
): OutgoingMessage {
  const { say } = turn;
  const kept = lines.filter(({ from }) => from === 'last-period');
  const none = lines.filter(({ from }) => from === 'nothing');
  const part = (heading: string, of: TakenLine[]) =>
    of.length === 0 ? [] : [[heading, ...takenLines(turn, conversation, of)].join('\n')];
  const tap = (agreed: boolean) => dialogueTap(conversation.id, { kind: 'confirm-nothing', agreed });
  return {
    text: [
      say('nothing-ask'),
      ...part(say('nothing-happened'), none),
      ...part(say('nothing-kept'), kept),
    ].join('\n\n'),
    choices: [
      [
        { label: say('button-nothing-yes'), data: tap(true) },
        { label: say('button-nothing-no'), data: tap(false) },
      ],
    ],
  };
}

function takenLines(turn: OfficerTurn, conversation: Conversation, lines: TakenLine[]): string[] {
  return answerLines(turn, conversation, lines).map((line) => turn.say('confirm-line', line));
}
