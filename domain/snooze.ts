import { addWorkingDays } from '#domain/calendar/working-days.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import { baseDay } from '#domain/reminder-steps.ts';
import { type Day, dayOf, type Instant, instantAt } from '#domain/time.ts';

/** "Nhắc lại sau": this afternoon, the morning of the next working day, or the morning of the base. */
export interface SnoozeChoice {
  kind: 'afternoon' | 'next-morning' | 'base';
  at: Instant;
}

/**
 * The choices that still lie ahead, ascending and each instant once. None is later than 14:30 of the base: nobody can
 * put off the last reminder before it is late. For several reports in one reminder give the earliest last day.
 */
export function snoozeChoices(
  now: Instant,
  lastDay: Day,
  { calendar, zone }: Pick<Catalogue, 'calendar' | 'zone'>,
): SnoozeChoice[] {
  const today = dayOf(now, zone);
  const base = baseDay({ calendar }, lastDay);
  const nextMorning = addWorkingDays(calendar, today, 1);
  const afternoon: SnoozeChoice = { kind: 'afternoon', at: instantAt(today, '14:30', zone) };
  const choices: SnoozeChoice[] = [
    ...(calendar.isWorkingDay(today) ? [afternoon] : []),
    // The morning of the base is called just that, also when it is the next one.
    ...(nextMorning === base
      ? []
      : [{ kind: 'next-morning' as const, at: instantAt(nextMorning, '08:30', zone) }]),
    { kind: 'base', at: instantAt(base, '08:30', zone) },
  ];
  const last = instantAt(base, '14:30', zone);
  return choices.filter(({ at }) => at > now && at <= last).sort((a, b) => a.at.getTime() - b.at.getTime());
}
