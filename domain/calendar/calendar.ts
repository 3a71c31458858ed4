import type { Day } from '#domain/time.ts';

/** When agencies work. Built from the rows of `calendar.yaml` by `calendarFrom`. */
export interface Calendar {
  isWorkingDay(day: Day): boolean;
  /** Why nobody works (or works on a Saturday), where it is not simply a weekend. */
  specialDay(day: Day): SpecialDay | undefined;
  /** The Tết holiday of a year, first and last day off, weekends beside it included. */
  tetHoliday(year: number): { from: Day; to: Day; provisional: boolean } | undefined;
}

export interface SpecialDay {
  day: Day;
  kind: 'off' | 'worked';
  name: { vi: string; en: string };
  source: string;
  provisional: boolean;
}
