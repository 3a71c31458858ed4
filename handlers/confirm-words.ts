import type { OutgoingMessage } from '#domain/channel.ts';
import type { Doubt } from '#domain/answers/outcome.ts';
import type { DialogueSay, GivenLine } from '#domain/dialogue/say.ts';
import { dialogueTap } from '#domain/dialogue/tap.ts';
import { shortDay } from '#locales/dates.ts';
import { answerWords } from '#handlers/answer-words.ts';
import { type Conversation, labelOf } from '#handlers/label-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Kỳ trước 12, kỳ này 120 – đúng không?": what looks wrong, each in a line, and the rest of what was typed with it. */
export function confirmMessage(
  turn: OfficerTurn,
  conversation: Conversation,
  { instance, given }: Extract<DialogueSay, { kind: 'confirm' }>,
): OutgoingMessage {
  const { say } = turn;
  const onlyDay = given.length === 1 && given[0]?.doubt?.reason === 'outside-window';
  const tap = (agreed: boolean) => dialogueTap(conversation.id, { kind: 'confirm', instance, agreed });
  return {
    text: [...given]
      .sort(doubtedLast)
      .map((line) => lineOf(turn, conversation, line, given.length > 1))
      .join('\n'),
    choices: [
      [
        { label: onlyDay ? say('button-this-day') : say('button-right'), data: tap(true) },
        { label: onlyDay ? say('button-other-day') : say('button-wrong'), data: tap(false) },
      ],
    ],
  };
}

/** What is asked stands right above the buttons. */
function doubtedLast(one: GivenLine, other: GivenLine): number {
  return Number(one.doubt !== undefined) - Number(other.doubt !== undefined);
}

function lineOf(
  turn: OfficerTurn,
  conversation: Conversation,
  { instance, value, doubt }: GivenLine,
  named: boolean,
): string {
  const { say } = turn;
  const answer = answerWords(turn, instance.question, value);
  const label = labelOf(turn, conversation, instance);
  if (!doubt) return say('confirm-line', { label, answer });
  const words = doubtWords(turn, doubt, answer);
  return named ? say('confirm-line', { label, answer: words }) : words;
}

function doubtWords({ say, language }: OfficerTurn, doubt: Doubt, answer: string): string {
  switch (doubt.reason) {
    case 'outside-window':
      return say('fill-confirm-outside', {
        answer,
        from: shortDay(doubt.windowFrom),
        to: shortDay(doubt.windowTo),
      });
    case 'tenfold':
    case 'tenth':
    case 'less':
      return say('confirm-unlike-last', {
        last: new Intl.NumberFormat(language).format(doubt.last),
        answer,
      });
    case 'approximate':
      return say('confirm-approximate', { answer });
  }
}
