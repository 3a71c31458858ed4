import type { AnswerContext, Reading } from '#domain/answers/outcome.ts';
import { addDays, type Day, dayFrom, partsOf } from '#domain/time.ts';

/**
 * A day of a month: "5/12", "05-12-2026", "05122026", "ngay 5 thang 12 nam ngoai", "5 thang nay", "ngay 5". A day without its
 * month is the one in the data window that has passed; two of them are asked.
 * @param text folded, its numbers in figures
 */
export function readWrittenDay(text: string, context: AnswerContext): Reading {
  const written = inFull(text) ?? ofMonth(text, context.today);
  if (!written) return withoutMonth(text, context);
  const { day, month, year } = written;
  if (year === undefined) return withoutYear(month, day, context);
  const value = dayFrom(year < 100 ? 2000 + year : year, month, day);
  return value < earliest ? { kind: 'no-such-day' } : { kind: 'read', value };
}

interface Written {
  day: number;
  month: number;
  year: number | undefined;
}

function inFull(text: string): Written | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return { day: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) };
  const joined = /^(\d{2})(\d{2})(20\d{2})$/.exec(text) ?? undefined;
  if (joined) return { day: Number(joined[1]), month: Number(joined[2]), year: Number(joined[3]) };
  const local =
    /^(?:ngay )?(\d{1,2})(?: ?[/.-] ?(?:thang )?| thang | )(\d{1,2})(?:(?: ?[/.-] ?(?:nam )?| nam | )(\d{4}|\d{2}))?$/.exec(
      text,
    );
  // "1-5/12" is from the first to the fifth.
  if (!local || /^\d+-\d+\/\d+$/.test(text)) return undefined;
  return {
    day: Number(local[1]),
    month: Number(local[2]),
    year: local[3] === undefined ? undefined : Number(local[3]),
  };
}

/** "5/12 nam ngoai", "5 thang nay", "ngay 20 thang truoc". "5 thang truoc" may also be five months ago. */
function ofMonth(text: string, today: Day): Written | undefined {
  const now = partsOf(today);
  const [, dated, whichYear = ''] = /^(.+) nam (nay|ngoai|truoc|roi)$/.exec(text) ?? [];
  const ofYear = dated === undefined ? undefined : inFull(dated);
  if (ofYear) return { ...ofYear, year: whichYear === 'nay' ? now.year : now.year - 1 };
  const [, named, day, which = ''] =
    /^(ngay )?(\d{1,2}) (?:cua )?thang (nay|truoc|roi|vua roi|vua qua|qua)$/.exec(text) ?? [];
  if (day === undefined || (which !== 'nay' && named === undefined)) return undefined;
  const last = partsOf(addDays(dayFrom(now.year, now.month, 1), -1));
  return {
    day: Number(day),
    ...(which === 'nay' ? { month: now.month, year: now.year } : { month: last.month, year: last.year }),
  };
}

/** "Ngày 5", "mùng 5", "hôm 5": that day of a month in the window. */
function withoutMonth(text: string, { today, windowFrom, windowTo }: AnswerContext): Reading {
  const [, said, lately] = /^(?:ngay|hom) (\d{1,2})( vua roi| vua qua)?$/.exec(text) ?? [];
  const day = Number(said ?? 0);
  if (said === undefined) return { kind: 'misunderstood' };
  if (day > 31 || day < 1) return { kind: 'no-such-day' };
  const { year, month } = partsOf(today);
  // A window longer than two years is answered with the year anyway.
  const candidates = Array.from({ length: 25 }, (_, back) => monthsBefore(year, month, back))
    .map((of) => dayFrom(of.year, of.month, day))
    .filter((value) => value !== '' && value <= today)
    .filter((value) => lately !== undefined || (value >= windowFrom && value <= windowTo));
  const [value] = candidates;
  if (lately !== undefined && value !== undefined) return { kind: 'read', value };
  if (value === undefined) return { kind: 'misunderstood' };
  return candidates.length > 1 ? { kind: 'ambiguous', between: candidates } : { kind: 'read', value };
}

function monthsBefore(year: number, month: number, back: number): { year: number; month: number } {
  const count = year * 12 + month - 1 - back;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

function withoutYear(month: number, day: number, { today, windowFrom, windowTo }: AnswerContext): Reading {
  const latestYear = Math.max(partsOf(today).year, partsOf(windowTo).year);
  // A leap day may lie up to eight years back.
  const candidates = [0, 1, 2, 3, 4, 5, 6, 7, 8]
    .map((back) => dayFrom(latestYear - back, month, day))
    .filter((value) => value !== '');
  if (candidates.length === 0) return { kind: 'no-such-day' };
  const inWindow = candidates.filter((value) => value >= windowFrom && value <= windowTo);
  const pastInWindow = inWindow.filter((value) => value <= today);
  if (pastInWindow.length > 1) return { kind: 'ambiguous', between: pastInWindow };
  const value: Day | undefined = pastInWindow[0] ?? inWindow[0] ?? candidates.find((one) => one <= today);
  return value === undefined ? { kind: 'no-such-day' } : { kind: 'read', value };
}

/** An older year is a slip of the thumb: no directive here reaches behind 2015. */
const earliest: Day = '2000-01-01';
