import { addDays, dayFrom, partsOf, type Day } from '#domain/time.ts';
import { calendarSpanOf, formatPeriod, type Period, type PeriodParts } from '#domain/period.ts';
import { fold } from '#domain/vietnamese.ts';

export type PeriodAsked =
  | { kind: 'period'; period: Period }
  /** No period is named. */
  | { kind: 'none' }
  /** One is named that cannot be: "tháng 13", "quý 5". */
  | { kind: 'impossible' };

/**
 * The reporting period that a question names: "tháng 11", "quý IV", "q4/2026", "6 tháng đầu năm", "năm ngoái",
 * "2026-M12". Without a year it is the latest that has begun: "quý 4" asked in January is the one just past, and
 * "tháng 12" asked on 20/11 is the one whose figures count from 15/11.
 */
export function periodAsked(text: string, today: Day): PeriodAsked {
  const folded = fold(text).replace(/\s*\/\s*/g, '/');
  const { year, month } = partsOf(today);
  const named = namedPeriod(folded);
  if (named) return settle(named, today);

  const lastMonth = partsOf(addDays(dayFrom(year, month, 1), -1));
  const quarter = Math.ceil(month / 3);
  if (/\bthang nay\b/.test(folded)) return found({ kind: 'month', year, month });
  if (/\bthang (truoc|roi|vua roi)\b/.test(folded)) return found({ kind: 'month', ...lastMonth });
  if (/\bquy nay\b/.test(folded)) return found({ kind: 'quarter', year, quarter });
  if (/\bquy (truoc|roi|vua roi)\b/.test(folded)) {
    return found(
      quarter > 1
        ? { kind: 'quarter', year, quarter: quarter - 1 }
        : { kind: 'quarter', year: year - 1, quarter: 4 },
    );
  }
  if (/\b(nam nay|ca nam)\b/.test(folded)) return found({ kind: 'year', year });
  if (/\bnam (ngoai|truoc|roi)\b/.test(folded)) return found({ kind: 'year', year: year - 1 });
  return { kind: 'none' };
}

interface Named {
  kind: 'month' | 'quarter' | 'half' | 'year';
  number: number;
  year: number | undefined;
}

function namedPeriod(folded: string): Named | undefined {
  const iso = /\b(\d{4})-(m|q|h)(\d{1,2})\b/.exec(folded);
  if (iso)
    return { kind: isoKinds[iso[2] as keyof typeof isoKinds], number: Number(iso[3]), year: Number(iso[1]) };
  const half = /\b(?:6|sau) thang (dau|cuoi) nam(?: (\d{4}))?/.exec(folded);
  if (half) return { kind: 'half', number: half[1] === 'dau' ? 1 : 2, year: yearIn(half[2]) };
  const quarter = /\b(?:quy|q) ?(iv|iii|ii|i|\d{1,2})(?:(?:\/| nam | )(\d{4}))?\b/.exec(folded);
  if (quarter) return { kind: 'quarter', number: roman(quarter[1] ?? ''), year: yearIn(quarter[2]) };
  // "ngày 5 tháng 12" is a day.
  const month = /(?<!\bngay \d{1,2} )\b(?:thang|t) ?(\d{1,2})(?:(?:\/| nam | )(\d{4}))?\b/.exec(folded);
  if (month) return { kind: 'month', number: Number(month[1]), year: yearIn(month[2]) };
  const year = /\bnam (\d{4})\b/.exec(folded);
  if (year) return { kind: 'year', number: Number(year[1]), year: Number(year[1]) };
  return undefined;
}

const isoKinds = { m: 'month', q: 'quarter', h: 'half' } as const;
const romans: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

function roman(text: string): number {
  return romans[text] ?? Number(text);
}

function yearIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

const mostOf = { month: 12, quarter: 4, half: 2, year: 9999 } as const;

function settle(named: Named, today: Day): PeriodAsked {
  if (named.number < 1 || named.number > mostOf[named.kind]) return { kind: 'impossible' };
  const thisYear = partsOf(today).year;
  const years = named.year === undefined ? [thisYear + 1, thisYear, thisYear - 1] : [named.year];
  const candidates = years.map((year) => partsNamed(named, year));
  const begun = candidates.find((parts) => named.year !== undefined || hasBegun(parts, today));
  return begun ? found(begun) : { kind: 'none' };
}

function partsNamed({ kind, number }: Named, year: number): PeriodParts {
  switch (kind) {
    case 'month':
      return { kind, year, month: number };
    case 'quarter':
      return { kind, year, quarter: number };
    case 'half':
      return { kind, year, half: number };
    case 'year':
      return { kind, year: number };
  }
}

/** Figures count from the middle of the month before: 15/11 for December. */
const headStartDays = 17;

function hasBegun(parts: PeriodParts, today: Day): boolean {
  const span = calendarSpanOf(formatPeriod(parts));
  return span !== undefined && addDays(span.from, -headStartDays) <= today;
}

function found(parts: PeriodParts): PeriodAsked {
  return { kind: 'period', period: formatPeriod(parts) };
}
