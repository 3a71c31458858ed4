import { addWorkingDays, lastWorkingDayOnOrBefore } from '#domain/calendar/working-days.ts';
import { type Catalogue, type DutyRef, findDuty } from '#domain/catalogue.ts';
import type { DueRule } from '#domain/directives/schema.ts';
import { formatPeriod, type Period, parsePeriod } from '#domain/period.ts';
import { addDays, type Day, dayFrom } from '#domain/time.ts';

/** The last day of one occurrence, and whether that very day may still move with the calendar. */
export interface LastDay {
  lastDay: Day;
  provisional: boolean;
}

/**
 * The periods a rule makes in those years, ascending; none where nothing recurs by date. A period is named by its
 * last day, so `before 1/1` belongs to the year that ends; a half is named by the half that the rule says it is for.
 */
export function periodsOf(rule: DueRule, years: { from: number; to: number }): Period[] {
  const inYear = (year: number): Period[] => {
    switch (rule.recurrence) {
      case 'monthly':
        return count(12).map((month) => formatPeriod({ kind: 'month', year, month }));
      case 'quarterly':
        return count(4).map((quarter) => formatPeriod({ kind: 'quarter', year, quarter }));
      case 'half-yearly':
        return count(2)
          .filter((half) => !rule.halves || rule.halves.some((owed) => owed === half))
          .map((half) => formatPeriod({ kind: 'half', year, half }));
      case 'yearly':
      case 'yearly-relative':
      case 'before-tet':
        return [formatPeriod({ kind: 'year', year })];
      case 'once':
      case 'once-within-month':
        return year === years.from ? [formatPeriod({ kind: 'once' })] : [];
      case 'tet-days':
      case 'event':
        return [];
    }
  };
  return count(years.to - years.from + 1).flatMap((nth) => inYear(years.from + nth - 1));
}

/** The last day of that period; nothing when the rule has no such period or the calendar does not reach it. */
export function lastDayOf(catalogue: Catalogue, rule: DueRule, period: Period): LastDay | undefined {
  const parts = parsePeriod(period);
  switch (rule.recurrence) {
    case 'monthly':
      if (parts?.kind !== 'month') return undefined;
      // "Before the 1st" ends with the month before, so it is the next month's 1st that names this one.
      return rule.beforeDay > 1
        ? dayBefore(dayFrom(parts.year, parts.month, rule.beforeDay))
        : dayBefore(firstOfNextMonth(parts.year, parts.month));
    case 'quarterly':
      return parts?.kind === 'quarter'
        ? dayBefore(dayFrom(parts.year, parts.quarter * 3, rule.beforeDay))
        : undefined;
    case 'half-yearly': {
      if (parts?.kind !== 'half') return undefined;
      const [first, second] = rule.before;
      if (parts.half === 1) return dayBefore(`${parts.year}-${first}`);
      return dayBefore(`${second > first ? parts.year : parts.year + 1}-${second}`);
    }
    case 'yearly':
      if (parts?.kind !== 'year') return undefined;
      return dayBefore(`${rule.before === '01-01' ? parts.year + 1 : parts.year}-${rule.before}`);
    case 'yearly-relative':
      return parts?.kind === 'year' ? relativeLastDay(catalogue, rule, period) : undefined;
    case 'before-tet': {
      const tet = parts?.kind === 'year' ? catalogue.calendar.tetHoliday(parts.year) : undefined;
      if (!tet) return undefined;
      return { lastDay: addWorkingDays(catalogue.calendar, tet.from, -1), provisional: tet.provisional };
    }
    case 'once':
      return parts?.kind === 'once' ? dayBefore(rule.before) : undefined;
    case 'once-within-month':
      if (parts?.kind !== 'once') return undefined;
      return dayBefore(firstOfNextMonth(Number(rule.month.slice(0, 4)), Number(rule.month.slice(5))));
    case 'tet-days':
    case 'event':
      return undefined;
  }
}

/** The two ids in `directive-id/duty-id`, as one duty names another. */
export function dutyRef(id: string): DutyRef {
  const [directive = '', duty = ''] = id.split('/');
  return { directive, duty };
}

/** Counted back from the other duty's base; every special day that was counted over has a say in where it lands. */
function relativeLastDay(
  catalogue: Catalogue,
  rule: Extract<DueRule, { recurrence: 'yearly-relative' }>,
  period: Period,
): LastDay | undefined {
  const { calendar } = catalogue;
  const other = findDuty(catalogue, dutyRef(rule.of));
  const end = other && lastDayOf(catalogue, other.duty.due, period)?.lastDay;
  if (end === undefined) return undefined;
  const lastDay = addWorkingDays(calendar, lastWorkingDayOnOrBefore(calendar, end), -rule.workingDaysBefore);
  let provisional = false;
  for (let day = lastDay; day <= end; day = addDays(day, 1)) {
    if (calendar.specialDay(day)?.provisional) provisional = true;
  }
  return { lastDay, provisional };
}

/** "Trước ngày 15": the 14th is the last day. No weekend and no holiday moves it. */
function dayBefore(day: Day): LastDay {
  return { lastDay: addDays(day, -1), provisional: false };
}

function firstOfNextMonth(year: number, month: number): Day {
  return month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1);
}

/** 1, 2, … n */
function count(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}
