import type { AnswerContext, Reading } from '#domain/answers/outcome.ts';
import { addDays, type Day, dayFrom, partsOf } from '#domain/time.ts';
import { courtesies } from '#domain/answers/lexicon.ts';
import { fold } from '#domain/vietnamese.ts';

/**
 * A day, the day before the month: "5/12", "05-12-2026", "ngày 5 tháng 12", "hôm qua", `2026-12-05`. Without a year it
 * is the one that puts the day inside the data window, else the last one that has passed.
 */
export function readDate(typed: string, context: AnswerContext): Reading {
  const text = fold(typed)
    .split(' ')
    .filter((word) => !courtesies.has(word))
    .join(' ')
    .replace(/[.!]+$/, '');
  if (todayWords.has(text)) return { kind: 'read', value: context.today };
  if (yesterdayWords.has(text)) return { kind: 'read', value: addDays(context.today, -1) };
  const written = writtenDate(text);
  if (!written) return { kind: 'misunderstood' };
  const { day, month, year } = written;
  if (year === undefined) return withoutYear(month, day, context);
  const value = dayFrom(year < 100 ? 2000 + year : year, month, day);
  return value < earliest ? { kind: 'no-such-day' } : { kind: 'read', value };
}

function writtenDate(text: string): { day: number; month: number; year: number | undefined } | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return { day: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) };
  const local =
    /^(?:ngay )?(\d{1,2})(?: ?[/.-] ?| thang | )(\d{1,2})(?:(?: ?[/.-] ?| nam | )(\d{4}|\d{2}))?$/.exec(text);
  if (!local) return undefined;
  return {
    day: Number(local[1]),
    month: Number(local[2]),
    year: local[3] === undefined ? undefined : Number(local[3]),
  };
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

const todayWords: ReadonlySet<string> = new Set(['hom nay', 'hnay', 'bua nay', 'today']);
const yesterdayWords: ReadonlySet<string> = new Set(['hom qua', 'hqua', 'bua qua', 'yesterday']);
/** An older year is a slip of the thumb: no directive here reaches behind 2015. */
const earliest: Day = '2000-01-01';
