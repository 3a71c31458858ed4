import { addWorkingDays, lastWorkingDayOnOrBefore } from '#domain/calendar/working-days.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Cadence } from '#domain/directives/schema.ts';
import { addDays, type Day, type Instant, instantAt } from '#domain/time.ts';

/** The two times of day at which people are reminded. */
export type Slot = '08:30' | '14:30';

/** Whom a step goes to: those who fill the report in, and a short copy to the head of the unit. */
export type ReminderRole = 'reporter' | 'head';

/**
 * `base` is the last working day on or before the last day, `base-5` five working days before it; `overdue-3` the
 * third working day after the last day; `before-60` sixty calendar days before the last day.
 */
export type StepName =
  | `base-${number}`
  | 'base'
  | 'base-afternoon'
  | `overdue-${number}`
  | `before-${number}`;

/** One time at which something not yet received is asked for. */
export interface ReminderStep {
  step: StepName;
  at: Instant;
  day: Day;
  slot: Slot;
  to: readonly ReminderRole[];
  /** Its place in the cadence, from 0; it stays the same wherever the calendar moves the step. */
  order: number;
}

/** The last working day on or before the last day: when a person has to have it done. */
export function baseDay({ calendar }: Pick<Catalogue, 'calendar'>, lastDay: Day): Day {
  return lastWorkingDayOnOrBefore(calendar, lastDay);
}

/**
 * The steps of a cadence for one occurrence (a `Deadline`, or the same with its last day extended), ascending, all on
 * working days. Of two steps at one instant the later in the cadence stays; what would come before the data window
 * begins is left out, for nothing is open then.
 */
export function reminderSteps(
  cadence: Cadence,
  { windowFrom, lastDay }: { windowFrom: Day; lastDay: Day },
  { calendar, zone }: Pick<Catalogue, 'calendar' | 'zone'>,
): ReminderStep[] {
  const base = baseDay({ calendar }, lastDay);
  const dayOfRule = ({ from, days }: StepRule): Day => {
    switch (from) {
      case 'base':
        return addWorkingDays(calendar, base, days);
      case 'last-day':
        return addWorkingDays(calendar, lastDay, days);
      case 'last-day-by-calendar':
        return lastWorkingDayOnOrBefore(calendar, addDays(lastDay, days));
    }
  };
  return rulesOf(cadence)
    .map((rule, order) => {
      const day = dayOfRule(rule);
      return {
        step: rule.step,
        at: instantAt(day, rule.slot, zone),
        day,
        slot: rule.slot,
        to: rule.to,
        order,
      };
    })
    .filter(({ day }) => day >= windowFrom)
    .filter(({ at }, index, steps) => at.getTime() !== steps[index + 1]?.at.getTime());
}

interface StepRule {
  step: StepName;
  /** Working days from the base, working days from the last day, or calendar days moved back to a working day. */
  from: 'base' | 'last-day' | 'last-day-by-calendar';
  days: number;
  slot: Slot;
  to: readonly ReminderRole[];
}

const reporter: readonly ReminderRole[] = ['reporter'];
const reporterAndHead: readonly ReminderRole[] = ['reporter', 'head'];

const baseAfternoon: StepRule = {
  step: 'base-afternoon',
  from: 'base',
  days: 0,
  slot: '14:30',
  to: reporter,
};

function rulesOf(cadence: Cadence): readonly StepRule[] {
  switch (cadence.rule) {
    case 'report':
      return reportRules;
    case 'milestone':
      return milestoneRules;
    case 'custom':
      return countedRules(cadence);
    case 'none':
      return [];
  }
}

const reportRules = countedRules({
  workingDaysBefore: [5, 2, 0],
  baseAfternoon: true,
  overdueWorkingDays: [1, 3, 5],
});

/** Nobody is chased for a milestone after its day, and no head gets a copy: the board shows it. */
const milestoneRules: readonly StepRule[] = [
  ...[60, 30, 15, 5].map(
    (days): StepRule => ({
      step: `before-${days}`,
      from: 'last-day-by-calendar',
      days: -days,
      slot: '08:30',
      to: reporter,
    }),
  ),
  { step: 'base', from: 'base', days: 0, slot: '08:30', to: reporter },
];

function countedRules(cadence: {
  workingDaysBefore: readonly number[];
  baseAfternoon: boolean;
  overdueWorkingDays: readonly number[];
}): readonly StepRule[] {
  const before = [...new Set(cadence.workingDaysBefore)].sort((a, b) => b - a);
  const overdue = [...new Set(cadence.overdueWorkingDays)].sort((a, b) => a - b);
  // Lateness must not be a head's first news: the copy goes two working days ahead or, where there is no such step,
  // with the next one that leaves as much time.
  const copied = before.filter((days) => days >= 2).at(-1) ?? before[0];
  return [
    ...before.map(
      (days): StepRule => ({
        step: days === 0 ? 'base' : `base-${days}`,
        from: 'base',
        days: -days,
        slot: '08:30',
        to: days === copied ? reporterAndHead : reporter,
      }),
    ),
    ...(cadence.baseAfternoon ? [baseAfternoon] : []),
    ...overdue.map(
      (days): StepRule => ({
        step: `overdue-${days}`,
        from: 'last-day',
        days,
        slot: '08:30',
        to: reporterAndHead,
      }),
    ),
  ];
}
