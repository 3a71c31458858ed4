import type { FormSource } from '#domain/dialogue/plan.ts';
import { type Standing, standingOf } from '#domain/dialogue/standing.ts';
import type { DialogueAssignment } from '#domain/dialogue/state.ts';
import { relevantQuestions } from '#domain/form.ts';

/** How many messages it takes to answer several reports together, and how many it would be one by one. */
export interface HowMuch {
  reports: number;
  asks: number;
  alone: number;
}

/** Before anything is answered: at least so much, since answers open further questions. */
export function howMuchAtLeast(assignments: readonly DialogueAssignment[], source: FormSource): HowMuch {
  const asksOf = (together: DialogueAssignment[]) =>
    standingOf({ assignments: together, answers: {}, skipped: [] }, source).asks.length;
  return {
    reports: assignments.length,
    asks: asksOf([...assignments]),
    alone: assignments.reduce((sum, assignment) => sum + asksOf([assignment]), 0),
  };
}

/** With the answers that there are. */
export function howMuch({ asks, reports }: Pick<Standing, 'asks' | 'reports'>): HowMuch {
  return {
    reports: reports.length,
    asks: asks.length,
    alone: reports.reduce((sum, { form, draft }) => sum + relevantQuestions(form, draft).length, 0),
  };
}
