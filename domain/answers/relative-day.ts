import type { Reading } from '#domain/answers/outcome.ts';
import { addDays, type Day } from '#domain/time.ts';

/**
 * A day counted from today: "hom qua", "sang nay", "hom kia", "3 ngay truoc", "cach day 2 hom". A night lies on two days.
 * @param text folded, its numbers in figures
 */
export function readRelativeDay(text: string, today: Day): Reading {
  const back = daysBack.find(([pattern]) => pattern.test(text))?.[1];
  if (back !== undefined) return { kind: 'read', value: addDays(today, -back) };
  if (/^dem (?:hom )?qua$/.test(text)) {
    return { kind: 'ambiguous', between: [addDays(today, -1), today] };
  }
  const [, before, ago] =
    /^(?:(\d{1,2}) (?:ngay|hom|bua) truoc|cach (?:day|nay) (\d{1,2}) (?:ngay|hom|bua))$/.exec(text) ?? [];
  const count = before ?? ago;
  if (count === undefined) return { kind: 'misunderstood' };
  return { kind: 'read', value: addDays(today, -Number(count)) };
}

const daysBack: readonly [RegExp, number][] = [
  [/^(?:(?:ngay |(?:sang|trua|chieu|toi) )?(?:hom|bua|hum) nay|hnay|(?:sang|trua|chieu) nay|today)$/, 0],
  [
    /^(?:(?:ngay |(?:sang|trua|chieu|toi) )?(?:hom|bua|hum) (?:qua|wa)|hqua|h qua|(?:sang|trua|chieu|toi) qua|yesterday)$/,
    1,
  ],
  [/^(?:ngay )?(?:hom|bua|hum) (?:kia|kja)$/, 2],
  [/^(?:ngay )?(?:hom|bua) kia nua$/, 3],
  [/^(?:ngay mai|mai|tomorrow)$/, -1],
];
