import { type Catalogue, findDuty } from '#domain/catalogue.ts';
import type { Directive, Duty, WindowRule } from '#domain/directives/schema.ts';
import { dutyRef, lastDayOf, periodsOf } from '#domain/due-rule.ts';
import { calendarSpanOf, type Period, parsePeriod } from '#domain/period.ts';
import { addDays, type Day } from '#domain/time.ts';

/** The days that the figures of a report count, both included. */
export interface DataWindow {
  windowFrom: Day;
  windowTo: Day;
}

/**
 * The data window of one occurrence. A duty without a rule of its own counts from the day of the previous deadline
 * (the first occurrence reaches back one regular interval); what is owed once, from the date of its document.
 */
export function dataWindow(
  catalogue: Catalogue,
  { directive, duty }: { directive: Directive; duty: Duty },
  { period, lastDay }: { period: Period; lastDay: Day },
): DataWindow {
  const ownWindow = {
    windowFrom: ownFirstDay(catalogue, directive, duty, period, lastDay),
    windowTo: lastDay,
  };
  const rule: WindowRule | undefined = duty.window;
  switch (rule?.rule) {
    case undefined:
    case 'since-previous-deadline':
      return ownWindow;
    case 'same-as': {
      const other = findDuty(catalogue, dutyRef(rule.duty));
      const due = other && lastDayOf(catalogue, other.duty.due, period);
      return due ? dataWindow(catalogue, other, { period, lastDay: due.lastDay }) : ownWindow;
    }
    case 'calendar': {
      const span = calendarSpanOf(period);
      return span ? { windowFrom: span.from, windowTo: span.to } : ownWindow;
    }
    case 'yearly': {
      const parts = parsePeriod(period);
      if (parts?.kind !== 'year') return ownWindow;
      return {
        windowFrom: `${parts.year - 1}-${rule.from}`,
        windowTo: addDays(`${parts.year}-${rule.from}`, -1),
      };
    }
    case 'once':
      return { windowFrom: rule.from, windowTo: lastDay };
  }
}

function ownFirstDay(
  catalogue: Catalogue,
  directive: Directive,
  duty: Duty,
  period: Period,
  lastDay: Day,
): Day {
  const parts = parsePeriod(period);
  if (parts === undefined || parts.kind === 'once') {
    // A deadline older than its document has no time before it; its window is that one day.
    return directive.document.date < lastDay ? directive.document.date : lastDay;
  }
  const periods = periodsOf(duty.due, { from: parts.year - 1, to: parts.year });
  const previous = periods[periods.indexOf(period) - 1];
  const previousDay = previous && lastDayOf(catalogue, duty.due, previous)?.lastDay;
  // Only Tết runs out of years: before the first one that the calendar knows lies about a year.
  return previousDay === undefined ? addDays(lastDay, -364) : addDays(previousDay, 1);
}
