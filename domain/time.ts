import { DateTime } from 'luxon';

/** A calendar day without a zone, ISO `YYYY-MM-DD`; days compare and sort as text. */
export type Day = string;

/** A moment, independent of any zone. Stored as timestamptz. */
export type Instant = Date;

/** An hour of a day, 24 h: `08:30`. */
export type TimeOfDay = string;

/** The IANA name of a zone; the product's is Asia/Ho_Chi_Minh unless TZ_NAME says otherwise. */
export type ZoneName = string;

export function dayOf(instant: Instant, zone: ZoneName): Day {
  return isoDay(DateTime.fromJSDate(instant, { zone }));
}

export function timeOf(instant: Instant, zone: ZoneName): TimeOfDay {
  return DateTime.fromJSDate(instant, { zone }).toFormat('HH:mm');
}

export function instantAt(day: Day, time: TimeOfDay, zone: ZoneName): Instant {
  return DateTime.fromISO(`${day}T${time}`, { zone }).toJSDate();
}

export function startOfDay(day: Day, zone: ZoneName): Instant {
  return instantAt(day, '00:00', zone);
}

export function addDays(day: Day, count: number): Day {
  return isoDay(utc(day).plus({ days: count }));
}

/** How many days lie between: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return utc(to).diff(utc(from), 'days').days;
}

/** 1 for Monday … 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return utc(day).weekday;
}

export function dayFrom(year: number, month: number, day: number): Day {
  return isoDay(DateTime.utc(year, month, day));
}

export function partsOf(day: Day): { year: number; month: number; day: number } {
  const { year, month, day: dayOfMonth } = utc(day);
  return { year, month, day: dayOfMonth };
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && utc(text).isValid;
}

/** ISO with the zone's offset, as the command line prints instants: `2026-12-15T00:00:00+07:00`. */
export function isoInstant(instant: Instant, zone: ZoneName): string {
  return DateTime.fromJSDate(instant, { zone }).toISO({ suppressMilliseconds: true }) ?? '';
}

function utc(day: Day): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}

function isoDay(date: DateTime): Day {
  return date.toISODate() ?? '';
}
