import type { TakenLine } from '#domain/dialogue/say.ts';
import { answerWords } from '#handlers/answer-words.ts';
import { bareLabelOf, type Conversation, labelOf, windowsOf } from '#handlers/label-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

type Line = Pick<TakenLine, 'instance' | 'value'>;

/** What each answer is called, and what it is; the same in all periods of the conversation is said once. */
export function answerLines(
  turn: OfficerTurn,
  conversation: Conversation,
  lines: readonly Line[],
): { label: string; answer: string }[] {
  const families = Map.groupBy(lines, ({ instance }) => instance.family);
  return [...families.values()].flatMap((family) => {
    const [first] = family;
    if (!first || !isSameInAll(conversation, family)) return family.map(single);
    const answer = answerWords(turn, first.instance.question, first.value);
    const label = bareLabelOf(turn, first.instance);
    return [{ label, answer: turn.say('answer-in-all', { answer, count: family.length }) }];
  });

  function single({ instance, value }: Line) {
    return {
      label: labelOf(turn, conversation, instance),
      answer: answerWords(turn, instance.question, value),
    };
  }
}

function isSameInAll(conversation: Conversation, family: readonly Line[]): boolean {
  const isSame = new Set(family.map(({ value }) => JSON.stringify(value))).size === 1;
  return isSame && family.length > 1 && family.length === windowsOf(conversation);
}
