import type { ChannelKind } from '#domain/channel.ts';
import { dayFrom, dayOf, type Instant, partsOf, startOfDay, type ZoneName } from '#domain/time.ts';

/** What the platform's plan allows one bot. */
export interface QuotaLimits {
  /** People with a chat with one bot. */
  usersPerBot: number;
  /** In a calendar month, sent and received together: which of them count is not documented. */
  messagesPerMonth: number;
  /** The last part of the month's messages, percent, which only urgent ones may use. */
  reservePercent: number;
}

/** Zalo's BASIC plan. */
export const basicPlan: QuotaLimits = { usersPerBot: 50, messagesPerMonth: 3_000, reservePercent: 5 };

/** Only Zalo counts the messages and the people of a bot. */
export function hasQuota(channel: ChannelKind): boolean {
  return channel === 'zalo';
}

/**
 * How far a bot is into its month. `high`: administrators are told. `thinned`: early reminders are left out. `reserve`:
 * only urgent messages go out. `used-up`: by our count there is nothing left.
 */
export type QuotaLevel = 'normal' | 'high' | 'thinned' | 'reserve' | 'used-up';

export function quotaLevel(used: number, { messagesPerMonth, reservePercent }: QuotaLimits): QuotaLevel {
  const percent = (used / messagesPerMonth) * 100;
  if (percent >= 100) return 'used-up';
  if (percent >= 100 - reservePercent) return 'reserve';
  if (percent >= thinnedFrom) return 'thinned';
  return percent >= highFrom ? 'high' : 'normal';
}

/** Percent of the month's messages. */
const highFrom = 80;
const thinnedFrom = 90;

/** From here on early reminders are left out. */
export function leavesOutEarlyReminders(level: QuotaLevel): boolean {
  return level === 'thinned' || isForUrgentOnly(level);
}

export function isForUrgentOnly(level: QuotaLevel): boolean {
  return level === 'reserve' || level === 'used-up';
}

/** Whole percent, rounded down: 100 is said only when it is so. */
export function percentUsed(used: number, { messagesPerMonth }: QuotaLimits): number {
  return Math.floor((used / messagesPerMonth) * 100);
}

/** A calendar month in the product's zone: `2026-12`. */
export type Month = string;

export function monthOf(instant: Instant, zone: ZoneName): Month {
  return dayOf(instant, zone).slice(0, 7);
}

/** The first instants of that month and of the next. */
export function monthAround(instant: Instant, zone: ZoneName): { begins: Instant; ends: Instant } {
  const { year, month } = partsOf(dayOf(instant, zone));
  const next = month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1);
  return { begins: startOfDay(dayFrom(year, month, 1), zone), ends: startOfDay(next, zone) };
}
