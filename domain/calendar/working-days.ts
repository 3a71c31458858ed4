import type { Calendar } from '#domain/calendar/calendar.ts';
import { addDays, type Day } from '#domain/time.ts';

/** The day itself if people work on it, else the nearest working day before it. */
export function lastWorkingDayOnOrBefore(calendar: Calendar, day: Day): Day {
  return calendar.isWorkingDay(day) ? day : addWorkingDays(calendar, day, -1);
}

/**
 * The `count`-th working day after the day, or before it when `count` is negative; the day itself for 0.
 * The day need not be a working day: one working day after a Saturday is Monday.
 */
export function addWorkingDays(calendar: Calendar, day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let result = day;
  for (let left = Math.abs(count); left > 0; ) {
    result = addDays(result, step);
    if (calendar.isWorkingDay(result)) left -= 1;
  }
  return result;
}

/**
 * How many working days lie after `from`, up to and with `to`: 0 for the same day. When `to` is earlier, minus the
 * working days from `to` up to the day before `from`. So it undoes `addWorkingDays`.
 */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to; ) {
    day = addDays(day, step);
    if (calendar.isWorkingDay(day)) count += step;
  }
  return count;
}
