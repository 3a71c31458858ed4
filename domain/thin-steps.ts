import type { ReminderStep } from '#domain/reminder-steps.ts';
import type { Instant } from '#domain/time.ts';

/** So many of a deadline's steps before it is due are kept for each person, the last ones. */
const stepsKept = 2;

/**
 * A role's steps of one deadline (ascending) without the early ones: the last two before it is due stay, and all that come
 * when it is overdue.
 */
export function withoutEarlySteps(steps: readonly ReminderStep[], dueBefore: Instant): ReminderStep[] {
  const early = steps.filter(({ at }) => at < dueBefore).slice(0, -stepsKept);
  return steps.slice(early.length);
}
