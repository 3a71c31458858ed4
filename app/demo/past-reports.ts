import { addWorkingDays, lastWorkingDayOnOrBefore } from '#domain/calendar/working-days.ts';
import { type Catalogue, dutiesOn } from '#domain/catalogue.ts';
import { type Deadline, deadlinesOf, isOlderThanItsDocument } from '#domain/deadline.ts';
import type { DueRule, Duty } from '#domain/directives/schema.ts';
import { addDays, type Day, dayOf, type Instant, instantAt } from '#domain/time.ts';

/** The deadlines before today that the demo units are to have met. */
export interface PastReports {
  /** By directive, the day since which all its deadlines are accounted for; today where there is none to fill. */
  trackedSince: Map<string, Day>;
  past: PastDeadline[];
}

export interface PastDeadline extends Deadline {
  dutyData: Duty;
  /** 0 for the latest of its duty, 1 for the one before … */
  age: number;
}

/** How many of the latest deadlines of a duty are filled; what is owed once only as far as it falls among the others. */
const filled: Record<DueRule['recurrence'], number> = {
  monthly: 3,
  quarterly: 2,
  'half-yearly': 1,
  yearly: 1,
  'yearly-relative': 1,
  'before-tet': 1,
  once: 0,
  'once-within-month': 0,
  'tet-days': 0,
  event: 0,
};

/** Far enough back for the last yearly deadline, days. */
const lookBack = 400;

export function pastReports(catalogue: Catalogue, today: Day): PastReports {
  const trackedSince = new Map([...catalogue.on].map((id) => [id, today]));
  const closed = dutiesOn(catalogue).map(({ directive, duty }) => {
    const range = { from: addDays(today, -lookBack), to: addDays(today, -1) };
    const deadlines = deadlinesOf(catalogue, { directive: directive.id, duty: duty.id }, range)
      .filter((deadline) => !isOlderThanItsDocument(catalogue, deadline))
      .reverse();
    const first = deadlines.slice(0, filled[duty.due.recurrence]).at(-1)?.lastDay ?? today;
    trackedSince.set(directive.id, earlier(first, trackedSince.get(directive.id) ?? today));
    return deadlines.map((deadline, age) => ({ ...deadline, dutyData: duty, age }));
  });
  const past = closed
    .flat()
    .filter(({ directive, lastDay }) => lastDay >= (trackedSince.get(directive) ?? today));
  return { trackedSince, past: past.sort((a, b) => a.lastDay.localeCompare(b.lastDay)) };
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** When reports come in during office hours. */
const times = ['08:12', '09:05', '09:47', '10:31', '14:08', '15:20', '16:42'];

/** An instant in the last days before a deadline at which people work; `variant` spreads the units over them. */
export function receivedInTime(catalogue: Catalogue, { lastDay }: Deadline, variant: number): Instant {
  const base = lastWorkingDayOnOrBefore(catalogue.calendar, lastDay);
  return at(catalogue, addWorkingDays(catalogue.calendar, base, -(variant % 5)), variant);
}

/** An instant on the first working day after a deadline. */
export function receivedLate(catalogue: Catalogue, { lastDay }: Deadline, variant: number): Instant {
  return at(catalogue, addWorkingDays(catalogue.calendar, lastDay, 1), variant);
}

function at({ zone }: Catalogue, day: Day, variant: number): Instant {
  return instantAt(day, times[variant % times.length] ?? '09:00', zone);
}

/** The monthly report that one unit still owes: the latest that everybody has been reminded of for the last time. */
export function longMissing(
  past: readonly PastDeadline[],
  now: Instant,
  zone: string,
): PastDeadline | undefined {
  const old = addDays(dayOf(now, zone), -10);
  return past.findLast(({ dutyData, lastDay }) => dutyData.due.recurrence === 'monthly' && lastDay <= old);
}
