import { addDays, type Day, dayFrom, partsOf } from '#domain/time.ts';

/** One occurrence of a duty, named by its last day: `2026-M12`, `2026-Q4`, `2026-H1`, `2026` or `once`. */
export type Period = string;

export type PeriodKind = 'month' | 'quarter' | 'half' | 'year' | 'once';

export type PeriodParts =
  | { kind: 'month'; year: number; month: number }
  | { kind: 'quarter'; year: number; quarter: number }
  | { kind: 'half'; year: number; half: number }
  | { kind: 'year'; year: number }
  | { kind: 'once' };

/** The period of that kind in which the last day lies. */
export function periodOf(kind: PeriodKind, lastDay: Day): Period {
  const { year, month } = partsOf(lastDay);
  switch (kind) {
    case 'month':
      return formatPeriod({ kind, year, month });
    case 'quarter':
      return formatPeriod({ kind, year, quarter: Math.ceil(month / 3) });
    case 'half':
      return formatPeriod({ kind, year, half: Math.ceil(month / 6) });
    case 'year':
      return formatPeriod({ kind, year });
    case 'once':
      return formatPeriod({ kind });
  }
}

export function formatPeriod(parts: PeriodParts): Period {
  switch (parts.kind) {
    case 'month':
      return `${parts.year}-M${String(parts.month).padStart(2, '0')}`;
    case 'quarter':
      return `${parts.year}-Q${parts.quarter}`;
    case 'half':
      return `${parts.year}-H${parts.half}`;
    case 'year':
      return `${parts.year}`;
    case 'once':
      return 'once';
  }
}

/** The parts of a period's name; nothing when the text names no period (`2026-M13`). */
export function parsePeriod(period: Period): PeriodParts | undefined {
  if (period === 'once') return { kind: 'once' };
  const match = /^(\d{4})(?:-(?:M(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(period);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2]) return { kind: 'month', year, month: Number(match[2]) };
  if (match[3]) return { kind: 'quarter', year, quarter: Number(match[3]) };
  if (match[4]) return { kind: 'half', year, half: Number(match[4]) };
  return { kind: 'year', year };
}

/**
 * Negative when `a` begins earlier than `b`, 0 when both begin together (`2026`, `2026-H1` and `2026-M01` do), else
 * positive; `once` stands before everything. For sorting, and for asking whether a period is before a duty's first.
 */
export function comparePeriods(a: Period, b: Period): number {
  return (calendarSpanOf(a)?.from ?? '').localeCompare(calendarSpanOf(b)?.from ?? '');
}

/** The first and the last day of the calendar month, quarter, half or year of that name; nothing for `once`. */
export function calendarSpanOf(period: Period): { from: Day; to: Day } | undefined {
  const parts = parsePeriod(period);
  switch (parts?.kind) {
    case 'month':
      return monthsFrom(parts.year, parts.month, 1);
    case 'quarter':
      return monthsFrom(parts.year, parts.quarter * 3 - 2, 3);
    case 'half':
      return monthsFrom(parts.year, parts.half * 6 - 5, 6);
    case 'year':
      return monthsFrom(parts.year, 1, 12);
    case 'once':
    case undefined:
      return undefined;
  }
}

function monthsFrom(year: number, month: number, count: number): { from: Day; to: Day } {
  const after = month + count;
  return {
    from: dayFrom(year, month, 1),
    to: addDays(after > 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, after, 1), -1),
  };
}
