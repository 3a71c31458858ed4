import { addDays, type Day } from '#domain/time.ts';
import type { Assignment } from '#storage/queries/assignments.ts';

/** How far ahead "what do I owe?" looks, days: the next monthly report is always among it. */
const soonDays = 35;

/**
 * What wants to be dealt with now: due by `until`, overdue, begun, or returned. The rest comes later: a yearly report
 * opens a year before its last day.
 */
export function dueSoon(
  owed: Assignment[],
  today: Day,
): { soon: Assignment[]; later: Assignment[]; until: Day } {
  const until = addDays(today, soonDays);
  const isSoon = ({ state, lastDay }: Assignment) => state !== 'open' || lastDay <= until;
  return { soon: owed.filter(isSoon), later: owed.filter((one) => !isSoon(one)), until };
}
