import type { Catalogue } from '#domain/catalogue.ts';
import type { ReminderStep, StepName } from '#domain/reminder-steps.ts';
import { mayRemindAt, nextTimeToRemind, type SendingHours } from '#domain/sending-hours.ts';
import type { Instant } from '#domain/time.ts';

/** What is known of one open assignment and one officer when the plan asks whether to remind. */
export interface ReminderState {
  /** The steps of the assignment that go to the officer's role, ascending, from the calendar as it is now. */
  steps: readonly ReminderStep[];
  /**
   * The highest `order` that was planned for this officer, or -1. When the cadence starts again (a return, an
   * extension) the caller counts only what came after.
   */
  remindedUpTo: number;
  /** What the officer asked for with "Nhắc lại sau"; gone as soon as a reminder was planned at or after it. */
  snoozedUntil?: Instant | undefined;
  /** Since when both the officer and the assignment (or its new start) have been there: earlier steps are nobody's. */
  trackedSince: Instant;
  hours: SendingHours;
}

/** A reminder to be planned now. `order` is the `remindedUpTo` that follows from it. */
export interface DueReminder {
  step: StepName | 'snooze';
  /** When it was to go out, not when it does. */
  at: Instant;
  order: number;
}

export type ReminderDecision = { kind: 'due'; reminder: DueReminder } | { kind: 'none' };

/**
 * Is a reminder due? Steps that were missed become the latest of them. It holds for any `now`, so a clock that jumps,
 * stops or goes back plans nothing twice, and a day off that is decided late moves what was not planned yet.
 */
export function reminderDue(
  now: Instant,
  state: ReminderState,
  place: Pick<Catalogue, 'calendar' | 'zone'>,
): ReminderDecision {
  // Asked every minute for everyone, and mostly nothing has passed: that is known without reading the calendar.
  const reminder = stillToCome(state)
    .filter(({ at }) => at <= now)
    .at(-1);
  return reminder && mayRemindAt(now, place, state.hours) ? { kind: 'due', reminder } : { kind: 'none' };
}

/**
 * When the next reminder falls due, strictly later than `after`, if nothing changes until then; what may go out at
 * `after` itself counts as done. Nothing when none is left.
 */
export function nextReminderInstant(
  after: Instant,
  state: ReminderState,
  place: Pick<Catalogue, 'calendar' | 'zone'>,
): Instant | undefined {
  const isSendingAlready = mayRemindAt(after, place, state.hours);
  return stillToCome(state)
    .filter(({ at }) => at > after || !isSendingAlready)
    .map(({ at }) => nextTimeToRemind(at > after ? at : after, place, state.hours))
    .sort((a, b) => a.getTime() - b.getTime())[0];
}

/** Everything not planned yet, ascending. A snooze stands in for the steps before it; one at its instant is it. */
function stillToCome({ steps, remindedUpTo, snoozedUntil, trackedSince }: ReminderState): DueReminder[] {
  const tracked = steps.filter(({ at }) => at >= trackedSince);
  const open = tracked.filter(({ order }) => order > remindedUpTo);
  if (!snoozedUntil) return open;
  const replaced = open.filter(({ at }) => at < snoozedUntil).at(-1);
  const kept = open.filter(({ at }) => at >= snoozedUntil);
  if (kept[0]?.at.getTime() === snoozedUntil.getTime()) return kept;
  return [{ step: 'snooze', at: snoozedUntil, order: replaced?.order ?? remindedUpTo }, ...kept];
}
