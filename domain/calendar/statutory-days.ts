import { z } from 'zod';
import type { SpecialDay } from '#domain/calendar/calendar.ts';
import { addDays, type Day, isDay, partsOf, weekdayOf } from '#domain/time.ts';

const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const year = z.int().min(1995).max(2200);

/** The days off that the Labour Code gives every year, as data: `statutory` in `calendar.yaml`. */
export const statutoryRules = z.strictObject({
  days: z.array(
    z.strictObject({
      /** A day of the year; the eve and mùng 1 to 4 of Tết; or 10/3 of the lunar year. */
      on: z
        .string()
        .refine(
          (on) => on === 'tet' || on === 'hung-kings' || isDay(`2023-${on}`),
          'MM-DD, tet or hung-kings',
        ),
      name: bilingual,
      source: z.string().min(1),
      /** The first year in which it is off. */
      from: year.optional(),
      /** The first year in which the day before or after it is off as well. */
      adjacentDayFrom: year.optional(),
    }),
  ),
  /** A holiday on a weekly day off is made good on the next working day (Art. 111.3). */
  inLieu: z.strictObject({ name: bilingual, source: z.string().min(1) }),
  /** Mùng 1 Tết and Giỗ Tổ Hùng Vương, one row a year; years without a row have no statutory days. */
  lunarYears: z.array(z.strictObject({ tet: z.iso.date(), hungKings: z.iso.date() })),
});

export type StatutoryRules = z.infer<typeof statutoryRules>;
type StatutoryDay = StatutoryRules['days'][number];
type LunarYear = StatutoryRules['lunarYears'][number];

/** The statutory days off of the year of that lunar row with the days in lieu, all provisional, ascending. */
export function statutoryDays(rules: StatutoryRules, lunar: LunarYear): SpecialDay[] {
  const off = new Map<Day, SpecialDay>();
  for (const rule of rules.days) {
    for (const day of daysOf(rule, lunar)) off.set(day, specialDay(day, rule));
  }
  for (const holiday of [...off.keys()].filter(isWeekend).sort()) {
    const day = nextWorkingDay(holiday, off);
    off.set(day, specialDay(day, rules.inLieu));
  }
  return [...off.values()].sort((a, b) => a.day.localeCompare(b.day));
}

function daysOf(rule: StatutoryDay, lunar: LunarYear): Day[] {
  const year = partsOf(lunar.tet).year;
  if (rule.from !== undefined && year < rule.from) return [];
  if (rule.on === 'tet') return [-1, 0, 1, 2, 3].map((days) => addDays(lunar.tet, days));
  if (rule.on === 'hung-kings') return [lunar.hungKings];
  const day = `${year}-${rule.on}`;
  return rule.adjacentDayFrom !== undefined && year >= rule.adjacentDayFrom ? [day, neighbourOf(day)] : [day];
}

/**
 * The Code leaves the neighbour to be chosen each year. So far it was a weekday that makes the break longer:
 * Friday 3/9/2021, Thursday 1/9/2022, Friday 1/9/2023, Tuesday 3/9/2024, Monday 1/9/2025, Tuesday 1/9/2026.
 */
function neighbourOf(day: Day): Day {
  const before = addDays(day, -1);
  const after = addDays(day, 1);
  const worth = (neighbour: Day) => [0, 2, 1, 1, 1, 2, 0, 0][weekdayOf(neighbour)] ?? 0;
  return worth(after) > worth(before) ? after : before;
}

function nextWorkingDay(day: Day, off: ReadonlyMap<Day, SpecialDay>): Day {
  let next = addDays(day, 1);
  while (isWeekend(next) || off.has(next)) next = addDays(next, 1);
  return next;
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) > 5;
}

function specialDay(day: Day, { name, source }: Pick<StatutoryDay, 'name' | 'source'>): SpecialDay {
  return { day, kind: 'off', name, source, provisional: true };
}
