import { type Catalogue, type DutyRef, dutiesOn, findDuty } from '#domain/catalogue.ts';
import { dataWindow } from '#domain/data-window.ts';
import type { Directive, Duty } from '#domain/directives/schema.ts';
import { lastDayOf, periodsOf } from '#domain/due-rule.ts';
import { comparePeriods, type Period } from '#domain/period.ts';
import { addDays, type Day, type Instant, partsOf, startOfDay } from '#domain/time.ts';

/** One occurrence of a duty: when its figures count, and by when it has to be there. */
export interface Deadline {
  /** Ids of the directive and of the duty in it. */
  directive: string;
  duty: string;
  period: Period;
  /** The days that the figures count, both included. */
  windowFrom: Day;
  windowTo: Day;
  /** "trước ngày 15": the 14th. Never moved because nobody works that day. */
  lastDay: Day;
  /** The start of the day after; whatever was received before this is on time. */
  dueBefore: Instant;
  /** The last day itself hangs on days off that were not officially decided yet. */
  provisional: boolean;
}

/** The deadline of a duty in that period; nothing for a period that the duty does not have. */
export function deadlineOf(catalogue: Catalogue, ref: DutyRef, period: Period): Deadline | undefined {
  const found = findDuty(catalogue, ref);
  return found && deadlineIn(catalogue, found, period);
}

/** The deadlines of a duty, on or off, whose last day lies in the range (both ends included), ascending. */
export function deadlinesOf(catalogue: Catalogue, ref: DutyRef, range: { from: Day; to: Day }): Deadline[] {
  const found = findDuty(catalogue, ref);
  return found ? deadlinesBetween(catalogue, found, range) : [];
}

/**
 * All deadlines of the directives that are on whose last day lies in the range (both ends included), by last day,
 * then month before quarter before year, then in the order of the files. What is owed when something happens, or on each day of Tết, has no deadline.
 */
export function deadlinesIn(catalogue: Catalogue, range: { from: Day; to: Day }): Deadline[] {
  return dutiesOn(catalogue)
    .flatMap((found) => deadlinesBetween(catalogue, found, range))
    .sort(byLastDay);
}

/**
 * What is open or ought to have been done by `day`: the deadlines of the directives that are on whose data window has
 * begun and whose last day is `trackFrom` or later, overdue ones included, in the same order. Units that joined later than
 * `trackFrom` drop those before their own day. A deadline older than its document is never among them.
 */
export function openWindows(
  catalogue: Catalogue,
  { day, trackFrom }: { day: Day; trackFrom: Day },
): Deadline[] {
  // No window of what recurs begins more than a year before the year of its last day.
  const years = { from: partsOf(trackFrom).year - 1, to: partsOf(day).year + 2 };
  return dutiesOn(catalogue)
    .flatMap((found) => deadlinesOfYears(catalogue, found, years))
    .filter(({ windowFrom, lastDay }) => windowFrom <= day && lastDay >= trackFrom)
    .filter((deadline) => !isOlderThanItsDocument(catalogue, deadline))
    .sort(byLastDay);
}

/** Was it already past when its document was issued? Then it is shown as such, and never as overdue. */
export function isOlderThanItsDocument(catalogue: Catalogue, deadline: Deadline): boolean {
  const document = findDuty(catalogue, deadline)?.directive.document;
  return document !== undefined && deadline.lastDay < document.date;
}

type FoundDuty = { directive: Directive; duty: Duty };

function deadlinesBetween(catalogue: Catalogue, found: FoundDuty, { from, to }: { from: Day; to: Day }) {
  // A half may be due just outside the year that it is named by.
  const years = { from: partsOf(from).year - 1, to: partsOf(to).year + 1 };
  return deadlinesOfYears(catalogue, found, years)
    .filter(({ lastDay }) => from <= lastDay && lastDay <= to)
    .sort(byLastDay);
}

function deadlinesOfYears(catalogue: Catalogue, found: FoundDuty, years: { from: number; to: number }) {
  return periodsOf(found.duty.due, years)
    .map((period) => deadlineIn(catalogue, found, period))
    .filter((deadline) => deadline !== undefined);
}

function deadlineIn(catalogue: Catalogue, found: FoundDuty, period: Period): Deadline | undefined {
  const { directive, duty } = found;
  if (duty.from && comparePeriods(period, duty.from.period) < 0) return undefined;
  const due = lastDayOf(catalogue, duty.due, period);
  if (!due) return undefined;
  return {
    directive: directive.id,
    duty: duty.id,
    period,
    ...dataWindow(catalogue, found, { period, lastDay: due.lastDay }),
    lastDay: due.lastDay,
    dueBefore: startOfDay(addDays(due.lastDay, 1), catalogue.zone),
    provisional: due.provisional,
  };
}

/** By last day; of several on one day the shortest window first, as people say it: month, quarter, year. */
function byLastDay(a: Deadline, b: Deadline): number {
  return a.lastDay.localeCompare(b.lastDay) || b.windowFrom.localeCompare(a.windowFrom);
}
