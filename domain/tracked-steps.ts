import { type Catalogue, findDuty } from '#domain/catalogue.ts';
import { deadlineOf } from '#domain/deadline.ts';
import type { Period } from '#domain/period.ts';
import type { ReminderState } from '#domain/reminder-plan.ts';
import { type ReminderRole, type ReminderStep, reminderSteps } from '#domain/reminder-steps.ts';
import { sendingHours } from '#domain/sending-hours.ts';
import { addDays, type Day, type Instant, startOfDay } from '#domain/time.ts';

/** A duty of a period. */
export interface DutyPeriod {
  directive: string;
  duty: string;
  period: Period;
  /** A later last day, given to some units when they were asked for the report again. */
  newLastDay: Day | null;
}

/** The steps of a duty's period that go to a role, from the calendar as it is now, with since when it is tracked. */
export interface TrackedSteps {
  due: DutyPeriod;
  steps: Record<ReminderRole, ReminderStep[]>;
  /** What comes before this instant comes in time. */
  dueBefore: Instant;
  trackedSince: Instant;
}

/** An officer and an assignment, as the tables have them. */
interface Reminded {
  role: ReminderRole;
  /** Since when the officer has held the position and, where the cadence has begun again, since then. */
  heldSince: Instant;
  /** The highest step order planned so far, or -1. */
  remindedUpTo: number;
  snoozedUntil: Instant | null;
  /** It waits for the head, to whom what is meant for those who fill it in goes then. */
  awaitsHead: boolean;
}

/** What the plan needs to know of one officer and one assignment. */
export function reminderStateOf(reminded: Reminded, { steps, trackedSince }: TrackedSteps): ReminderState {
  return {
    steps: reminded.awaitsHead ? steps.reporter : steps[reminded.role],
    remindedUpTo: reminded.remindedUpTo,
    snoozedUntil: reminded.snoozedUntil ?? undefined,
    trackedSince: reminded.heldSince > trackedSince ? reminded.heldSince : trackedSince,
    hours: sendingHours,
  };
}

/** So many of a deadline's steps before it is due are kept for each person, the last ones. */
const stepsKept = 2;

/**
 * Without the early steps, for people whose bot has few messages left: of those before it is due each role's last two
 * stay, and all that come when it is overdue.
 */
export function withoutEarlySteps(tracked: TrackedSteps): TrackedSteps {
  const late = (steps: readonly ReminderStep[]) => {
    const early = steps.filter(({ at }) => at < tracked.dueBefore).slice(0, -stepsKept);
    return steps.slice(early.length);
  };
  const { reporter, head } = tracked.steps;
  return { ...tracked, steps: { reporter: late(reporter), head: late(head) } };
}

/** Of each that is owed, as far as its directive is on; `onSince` says since which day. */
export function trackSteps(
  catalogue: Catalogue,
  owed: readonly DutyPeriod[],
  onSince: ReadonlyMap<string, Day>,
): TrackedSteps[] {
  return owed.flatMap((due) => {
    const duty = findDuty(catalogue, due)?.duty;
    const deadline = deadlineOf(catalogue, due, due.period);
    const since = onSince.get(due.directive);
    if (!duty || !deadline || since === undefined || !catalogue.on.has(due.directive)) return [];
    const lastDay = due.newLastDay ?? deadline.lastDay;
    const steps = reminderSteps(duty.cadence, { ...deadline, lastDay }, catalogue);
    const forRole = (role: ReminderRole) => steps.filter(({ to }) => to.includes(role));
    return [
      {
        due,
        steps: { reporter: forRole('reporter'), head: forRole('head') },
        dueBefore: startOfDay(addDays(lastDay, 1), catalogue.zone),
        trackedSince: startOfDay(since, catalogue.zone),
      },
    ];
  });
}
