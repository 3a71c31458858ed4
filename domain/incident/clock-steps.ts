import type { Instant } from '#domain/time.ts';

/** At each of them whoever handles the incident is reminded; `missed` is the time limit itself. */
type ClockStepName = 'half' | 'four-fifths' | 'last-hour' | 'missed';

export interface ClockStep {
  step: ClockStepName;
  at: Instant;
}

interface Limited {
  startsAt: Instant;
  dueAt: Instant;
}

/**
 * The steps of a clock, in order: at 50 % and 80 % of its time, an hour before its end, and at its end. The last hour is a
 * step of its own only where it begins after 80 %, and stands for that one where both coincide: a short clock has
 * "half", "four-fifths" and "missed".
 */
export function clockSteps({ startsAt, dueAt }: Limited): ClockStep[] {
  const limit = dueAt.getTime() - startsAt.getTime();
  const half = { step: 'half', at: new Date(startsAt.getTime() + limit / 2) } as const;
  const fourFifths = { step: 'four-fifths', at: new Date(startsAt.getTime() + (limit * 4) / 5) } as const;
  const lastHour = { step: 'last-hour', at: new Date(dueAt.getTime() - 60 * 60_000) } as const;
  const missed = { step: 'missed', at: dueAt } as const;
  if (lastHour.at < fourFifths.at) return [half, fourFifths, missed];
  if (lastHour.at.getTime() === fourFifths.at.getTime()) return [half, lastHour, missed];
  return [half, fourFifths, lastHour, missed];
}

/** The latest step by `now` that lies after what was reminded of before: several missed in an outage are told as one. */
export function stepDue(
  clock: Limited & { remindedAt: Instant | null },
  now: Instant,
): ClockStep | undefined {
  const latest = clockSteps(clock).findLast(({ at }) => at <= now);
  return latest && (clock.remindedAt === null || latest.at > clock.remindedAt) ? latest : undefined;
}

/** When the next step comes, strictly after an instant. */
export function nextStepAt(clock: Limited, after: Instant): Instant | undefined {
  return clockSteps(clock).find(({ at }) => at > after)?.at;
}
