import type { Instant } from '#domain/time.ts';

/** What is known of a bot's month by now. */
export interface MonthSoFar {
  begins: Instant;
  now: Instant;
  ends: Instant;
  /** Messages, sent and received. */
  used: number;
  /** Of these, the reminders that were sent. */
  remindersSent: number;
  /** Reminders that the plan still has for this month if nobody sends a report. */
  remindersToCome: number;
}

/**
 * How many messages the bot will have used by the end of the month: what it has used, the reminders to come, and as much
 * talk a day as there was until now. Of the first day nothing is extrapolated to less than a day.
 */
export function forecastQuota(month: MonthSoFar): number {
  const { begins, now, ends, used, remindersSent, remindersToCome } = month;
  const daysPassed = Math.max(1, daysIn(begins, now));
  const talkOfADay = (used - remindersSent) / daysPassed;
  return Math.round(used + remindersToCome + talkOfADay * daysIn(now, ends));
}

function daysIn(from: Instant, to: Instant): number {
  return (to.getTime() - from.getTime()) / (24 * 60 * 60_000);
}
