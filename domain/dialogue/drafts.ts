import { checkAnswer } from '#domain/answer.ts';
import { type Answers, type AnswerValue, sameValue } from '#domain/answers/answer-value.ts';
import { type FormSource, planQuestions } from '#domain/dialogue/plan.ts';
import { standingOf } from '#domain/dialogue/standing.ts';
import type { DialogueAssignment, DialogueState } from '#domain/dialogue/state.ts';
import type { Day } from '#domain/time.ts';

/** Answers by question key for each assignment that has any: the draft belongs to the assignment, not to a dialogue. */
export type Drafts = Readonly<Record<string, Answers>>;

/** What a dialogue leaves with its assignments when it is put aside or taken over, irrelevant answers included. */
export function draftsOf(state: DialogueState, source: FormSource): Record<string, Answers> {
  const { reports } = standingOf(state, source);
  return Object.fromEntries(reports.map(({ assignment, given }) => [assignment.assignmentId, given]));
}

/**
 * The drafts' answers by slot. Where two drafts disagree on a shared question, or a draft holds what is no answer to
 * the question any more, it is asked again.
 */
export function answersFromDrafts(
  assignments: readonly DialogueAssignment[],
  drafts: Drafts,
  context: FormSource & { today: Day },
): Record<string, AnswerValue> {
  const answers: Record<string, AnswerValue> = {};
  for (const { slot, question, serves, windowFrom, windowTo } of planQuestions(assignments, context)) {
    const held = serves
      .map((use) => drafts[use.assignmentId]?.[use.question.key])
      .filter((value) => value !== undefined);
    const [first] = held;
    if (first === undefined || !held.every((value) => sameValue(value, first))) continue;
    const { kind } = checkAnswer(question, first, { today: context.today, windowFrom, windowTo });
    // A doubtful one was confirmed when it was given.
    if (kind === 'understood' || kind === 'doubtful') answers[slot] = first;
  }
  return answers;
}
