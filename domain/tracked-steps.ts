import { type Catalogue, findDuty } from '#domain/catalogue.ts';
import { deadlineOf } from '#domain/deadline.ts';
import type { Period } from '#domain/period.ts';
import { type ReminderRole, type ReminderStep, reminderSteps } from '#domain/reminder-steps.ts';
import { type Day, type Instant, startOfDay } from '#domain/time.ts';

/** A duty of a period. */
export interface DutyPeriod {
  directive: string;
  duty: string;
  period: Period;
}

/** The steps of a duty's period that go to a role, from the calendar as it is now, with since when it is tracked. */
export interface TrackedSteps {
  due: DutyPeriod;
  steps: Record<ReminderRole, ReminderStep[]>;
  /** What comes before this instant comes in time. */
  dueBefore: Instant;
  trackedSince: Instant;
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
    const steps = reminderSteps(duty.cadence, deadline, catalogue);
    const forRole = (role: ReminderRole) => steps.filter(({ to }) => to.includes(role));
    return [
      {
        due,
        steps: { reporter: forRole('reporter'), head: forRole('head') },
        dueBefore: deadline.dueBefore,
        trackedSince: startOfDay(since, catalogue.zone),
      },
    ];
  });
}
