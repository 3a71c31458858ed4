import { addWorkingDays } from '#domain/calendar/working-days.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Day } from '#domain/time.ts';

/** No directive says until when a figure may be changed, nor by when what was asked for again has to come: these are ours. */
export const defaultWorkingDays = {
  /** After the last day a report may be corrected for so long by whoever sent it. */
  toCorrect: 5,
  /** Reopened figures stay open for so long. */
  reopened: 2,
  /** What is asked for again is asked for within so long. */
  toSupplement: 3,
} as const;

type Place = Pick<Catalogue, 'calendar'>;

/** The last day on which a report that was received may be corrected; `reopenedUntil`: given by a coordinator since. */
export function lastDayToCorrect(
  { lastDay, reopenedUntil }: { lastDay: Day; reopenedUntil: Day | null },
  { calendar }: Place,
): Day {
  const closing = addWorkingDays(calendar, lastDay, defaultWorkingDays.toCorrect);
  return reopenedUntil !== null && reopenedUntil > closing ? reopenedUntil : closing;
}

/**
 * Whether its figures are closed: the days to correct it are over, or the coordinator has accepted it, unless they were
 * reopened since.
 */
export function areFiguresClosed(
  report: { lastDay: Day; reopenedUntil: Day | null; accepted: boolean },
  today: Day,
  place: Place,
): boolean {
  return report.accepted || today > lastDayToCorrect(report, place);
}

/** Until when figures stay open that are reopened today. */
export function reopenedFrom(today: Day, { calendar }: Place): Day {
  return addWorkingDays(calendar, today, defaultWorkingDays.reopened);
}

/** By when a report is asked for that is returned today: never sooner than it was due in the first place. */
export function newLastDay(today: Day, lastDay: Day, { calendar }: Place): Day {
  const day = addWorkingDays(calendar, today, defaultWorkingDays.toSupplement);
  return day > lastDay ? day : lastDay;
}
