import { type Answers, sameValue } from '#domain/answers/answer-value.ts';
import { advance, type DialogueContext, type DialogueResult } from '#domain/dialogue.ts';
import { answersFromDrafts, type Drafts } from '#domain/dialogue/drafts.ts';
import { planQuestions, type QuestionInstance } from '#domain/dialogue/plan.ts';
import type { AnswerRemark } from '#domain/dialogue/say.ts';
import { standingOf } from '#domain/dialogue/standing.ts';
import { type DialogueAssignment, type DialogueState, summary } from '#domain/dialogue/state.ts';

/** The last version of a report as it was sent. */
export interface SentReport {
  answers: Answers;
  remarks: Readonly<Record<string, AnswerRemark>>;
}

/** A question of the reports, by its key; of all that have it. */
export interface QuestionMeant {
  key: string;
  assignmentIds: readonly string[];
}

/**
 * Begins a conversation over reports that were sent before: at the summary or, where one is meant, at that question. What
 * was passed over when they were sent is not asked again, and what is known of an answer stays with it as long as it is
 * the same.
 */
export function startFromSent(
  assignments: DialogueAssignment[],
  drafts: Drafts,
  sent: Readonly<Record<string, SentReport>>,
  context: DialogueContext,
  meant?: QuestionMeant,
): DialogueResult {
  const plan = planQuestions(assignments, context);
  const answers = withoutCarried(assignments, answersFromDrafts(assignments, drafts, context), plan);
  const state: DialogueState = {
    ...{ version: 2, status: 'open', assignments, answers, skipped: [], at: summary },
    ...{ doubt: null, nothing: false, sources: {}, confirmed: {} },
  };
  for (const instance of plan) {
    const { from, confirmed } = remarkOn(instance) ?? {};
    if (from && from !== 'carried') state.sources[instance.slot] = from;
    if (confirmed) state.confirmed[instance.slot] = confirmed;
  }
  const standing = standingOf(state, context);
  const passedOver = standing.open.filter(
    ({ slot }) => answers[slot] === undefined && !standing.required.has(slot),
  );
  const asked = standing.relevant.find(
    ({ serves }) =>
      meant &&
      serves.some(
        ({ assignmentId, question }) =>
          question.key === meant.key && meant.assignmentIds.includes(assignmentId),
      ),
  );
  const skipped = passedOver.map(({ slot }) => slot).filter((slot) => slot !== asked?.slot);
  return advance({ ...state, skipped, at: asked?.slot ?? summary }, { kind: 'resume' }, context);

  /** What a report says of an answer that it shares with the draft. */
  function remarkOn({ slot, serves }: QuestionInstance): AnswerRemark | undefined {
    return serves
      .map(({ assignmentId, question: { key } }) => {
        const report = sent[assignmentId];
        return report && sameValue(report.answers[key], answers[slot]) ? report.remarks[key] : undefined;
      })
      .find((remark) => remark !== undefined);
  }

  /** What was carried over from a narrower window goes with that, so that it follows when it is changed. */
  function withoutCarried(reports: DialogueAssignment[], all: Answers, instances: QuestionInstance[]) {
    const own = { ...all };
    const carried = instances.filter(({ slot, serves }) =>
      serves.some(
        ({ assignmentId, question: { key } }) =>
          sent[assignmentId]?.remarks[key]?.from === 'carried' &&
          sameValue(sent[assignmentId].answers[key], all[slot]),
      ),
    );
    for (const { slot } of carried) delete own[slot];
    const known = standingOf({ assignments: reports, answers: own, skipped: [] }, context).carried;
    for (const { slot } of carried) {
      const value = all[slot];
      if (value !== undefined && !sameValue(known.get(slot)?.value, value)) own[slot] = value;
    }
    return own;
  }
}
