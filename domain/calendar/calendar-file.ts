import { z } from 'zod';
import type { Calendar, SpecialDay } from '#domain/calendar/calendar.ts';
import { statutoryDays, statutoryRules } from '#domain/calendar/statutory-days.ts';
import { addDays, type Day, partsOf, weekdayOf } from '#domain/time.ts';

const day = z.iso.date();
const aboutTheDay = {
  kind: z.enum(['off', 'worked']),
  name: z.strictObject({ vi: z.string().min(1), en: z.string().min(1) }),
  source: z.string().min(1),
  status: z.enum(['official', 'provisional']),
};
const row = z.union([
  z.strictObject({ day, ...aboutTheDay }),
  z
    .strictObject({ from: day, to: day, ...aboutTheDay })
    .refine(
      ({ from, to }) => from <= to && to < addDays(from, 60),
      'from and to, at most 60 days, in that order',
    ),
]);

/** The shape of `calendar.yaml`: what was decided, and how the years that were not are reckoned. */
export const calendarFile = z.strictObject({
  /** Years that `rows` describe in full; the others have their statutory days as well. */
  decidedYears: z.array(z.int()),
  rows: z.array(row).superRefine((rows, context) => {
    const seen = new Set<Day>();
    for (const [index, one] of rows.entries()) {
      const again = daysOf(one).find((candidate) => seen.has(candidate));
      if (again) context.addIssue({ code: 'custom', path: [index], message: `${again} stands in two rows` });
      for (const known of daysOf(one)) seen.add(known);
    }
  }),
  statutory: statutoryRules,
});

export type CalendarFile = z.infer<typeof calendarFile>;

/** Working days are Monday to Friday, less the days off, plus the days worked; a row goes before a statutory day. */
export function calendarFrom(file: CalendarFile): Calendar {
  const special = new Map<Day, SpecialDay>();
  const tet = new Map<number, Day>();
  for (const lunar of file.statutory.lunarYears) {
    const { year } = partsOf(lunar.tet);
    tet.set(year, lunar.tet);
    if (file.decidedYears.includes(year)) continue;
    for (const statutory of statutoryDays(file.statutory, lunar)) special.set(statutory.day, statutory);
  }
  for (const { kind, name, source, status, ...days } of file.rows) {
    for (const off of daysOf(days)) {
      special.set(off, { day: off, kind, name, source, provisional: status === 'provisional' });
    }
  }

  const specialDay = (candidate: Day) => special.get(candidate);
  const isWorkingDay = (candidate: Day) => {
    const kind = special.get(candidate)?.kind;
    return kind === undefined ? weekdayOf(candidate) <= 5 : kind === 'worked';
  };
  return {
    isWorkingDay,
    specialDay,
    tetHoliday: (year) => {
      const first = tet.get(year);
      return first === undefined ? undefined : daysOffAround(first, { isWorkingDay, specialDay });
    },
  };
}

/** The unbroken run of days off that holds the day. It is provisional as soon as one of them is. */
function daysOffAround(day: Day, { isWorkingDay, specialDay }: Omit<Calendar, 'tetHoliday'>) {
  let from = day;
  let to = day;
  while (!isWorkingDay(addDays(from, -1))) from = addDays(from, -1);
  while (!isWorkingDay(addDays(to, 1))) to = addDays(to, 1);
  return { from, to, provisional: daysOf({ from, to }).some((off) => specialDay(off)?.provisional === true) };
}

function daysOf(span: { day: Day } | { from: Day; to: Day }): Day[] {
  if ('day' in span) return [span.day];
  const days: Day[] = [];
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) days.push(day);
  return days;
}
