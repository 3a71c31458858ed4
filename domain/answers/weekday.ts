import type { Reading } from '#domain/answers/outcome.ts';
import { addDays, type Day, weekdayOf } from '#domain/time.ts';

/**
 * A weekday of a week: "thu 2 tuan truoc", "t6 tuan nay", "thu 2 vua roi". A weekday alone may be of this week or of the one before,
 * and a Sunday the last day of a week or the first: both are given. Weeks begin on Monday otherwise.
 * @param text folded, its numbers in figures
 */
export function readWeekday(text: string, today: Day): Reading {
  if (weekend.test(text)) return between(addDays(mondayOf(today), -2), addDays(mondayOf(today), -1));
  const [, name, when = ''] = pattern.exec(text) ?? [];
  if (name === undefined) return { kind: 'misunderstood' };
  const weekday = isoWeekday(name);
  const ofThisWeek = addDays(mondayOf(today), weekday - 1);
  const week = weeks.find(([words]) => words.test(when))?.[1];
  if (week !== undefined) {
    const value = addDays(ofThisWeek, -7 * week);
    return weekday === 7 ? between(addDays(value, -7), value) : { kind: 'read', value };
  }
  const latest = ofThisWeek < today ? ofThisWeek : addDays(ofThisWeek, -7);
  if (lately.test(when)) return { kind: 'read', value: latest };
  if (when !== '' && when !== 'truoc') return { kind: 'misunderstood' };
  if (when === '' && ofThisWeek === today) return between(latest, today);
  return between(addDays(latest, -7), latest);
}

/** Whether the day is the weekday that a text names, whatever week it may say. */
export function agreesWith(text: string, day: Day): boolean {
  const [, name, when] = pattern.exec(text) ?? [];
  return name !== undefined && (when ?? '') === '' && isoWeekday(name) === weekdayOf(day);
}

function isoWeekday(name: string): number {
  const number = /[2-7]/.exec(name)?.[0];
  return number === undefined ? 7 : Number(number) - 1;
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

function between(one: Day, other: Day): Reading {
  return { kind: 'ambiguous', between: [one, other] };
}

const pattern = /^(?:hom |ngay )?(thu [2-7]|t[2-7]|chu nhat|cn)(?: (.+))?$/;
const weekend = /^cuoi tuan (?:truoc|roi|qua|vua roi|vua qua)$/;
const weeks: readonly [RegExp, number][] = [
  [/^(?:cua )?tuan nay$/, 0],
  [/^(?:cua )?tuan (?:truoc|roi|qua|vua roi|vua qua)$/, 1],
  [/^(?:cua )?tuan truoc nua$/, 2],
];
const lately = /^(?:vua roi|vua qua|roi|gan nhat|gan day nhat|moi day)$/;
