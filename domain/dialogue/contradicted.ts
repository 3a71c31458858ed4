import type { AnswerValue } from '#domain/answers/answer-value.ts';
import { isInside } from '#domain/dialogue/carried.ts';
import type { QuestionInstance } from '#domain/dialogue/plan.ts';
import { isCounted } from '#domain/dialogue/standing.ts';
import type { DialogueState, Slot } from '#domain/dialogue/state.ts';

/**
 * What happened in a window happened in every one around it: a smaller figure there, or a "yes" within what has just
 * become a "no", was another's, and is asked again.
 */
export function withoutContradicted(
  { answers }: Pick<DialogueState, 'answers'>,
  slot: Slot,
  value: AnswerValue,
  plan: readonly QuestionInstance[],
): DialogueState['answers'] {
  const changed = plan.find((instance) => instance.slot === slot);
  if (!changed || !isCounted(changed.question)) return answers;
  const dropped = plan.filter((other) => {
    const answer = answers[other.slot];
    if (typeof value === 'number') return isInside(changed, other) && Number(answer) < value;
    return value === false && isInside(other, changed) && answer === true;
  });
  const slots = new Set(dropped.map((other) => other.slot));
  return Object.fromEntries(Object.entries(answers).filter(([other]) => !slots.has(other)));
}
