import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cadence } from '#domain/directives/schema.ts';
import { baseDay, reminderSteps } from '#domain/reminder-steps.ts';
import { addDays, dayOf, timeOf } from '#domain/time.ts';
import { realCalendar as calendar } from '#test/domain/small-catalogue.ts';

const place = { calendar, zone: 'Asia/Ho_Chi_Minh' };
const report: Cadence = { rule: 'report', source: 'default' };
const milestone: Cadence = { rule: 'milestone', source: 'default' };

/** `step day slot`, with `+ head` where the head gets a copy. */
function listed(cadence: Cadence, lastDay: string, windowFrom = '2000-01-01'): string[] {
  return reminderSteps(cadence, { windowFrom, lastDay }, place).map(
    ({ step, day, slot, to }) => `${step} ${day} ${slot}${to.includes('head') ? ' + head' : ''}`,
  );
}

describe('a report', () => {
  test('due by Monday 14/12/2026', () => {
    expect(listed(report, '2026-12-14')).toEqual([
      'base-5 2026-12-07 08:30',
      'base-2 2026-12-10 08:30 + head',
      'base 2026-12-14 08:30',
      'base-afternoon 2026-12-14 14:30',
      'overdue-1 2026-12-15 08:30 + head',
      'overdue-3 2026-12-17 08:30 + head',
      'overdue-5 2026-12-21 08:30 + head',
    ]);
  });

  test('due by Sunday 14/2/2027, right after Tết: the base is Friday, five working days before lie beyond Tết', () => {
    expect(listed(report, '2027-02-14')).toEqual([
      'base-5 2027-01-29 08:30',
      'base-2 2027-02-03 08:30 + head',
      'base 2027-02-12 08:30',
      'base-afternoon 2027-02-12 14:30',
      'overdue-1 2027-02-15 08:30 + head',
      'overdue-3 2027-02-17 08:30 + head',
      'overdue-5 2027-02-19 08:30 + head',
    ]);
  });

  test('due by Saturday 14/2/2026, the first day of Tết: overdue only when Tết is over', () => {
    expect(listed(report, '2026-02-14')).toEqual([
      'base-5 2026-02-06 08:30',
      'base-2 2026-02-11 08:30 + head',
      'base 2026-02-13 08:30',
      'base-afternoon 2026-02-13 14:30',
      'overdue-1 2026-02-23 08:30 + head',
      'overdue-3 2026-02-25 08:30 + head',
      'overdue-5 2026-02-27 08:30 + head',
    ]);
  });

  test('due by 14/1/2026: the Saturday that was worked is one of the five days', () => {
    expect(listed(report, '2026-01-14').slice(0, 3)).toEqual([
      'base-5 2026-01-08 08:30',
      'base-2 2026-01-12 08:30 + head',
      'base 2026-01-14 08:30',
    ]);
  });

  test('due by 18/4/2024, Giỗ Tổ, in a letter of 16/4: nothing before the letter', () => {
    expect(listed(report, '2024-04-18', '2024-04-16')).toEqual([
      'base 2024-04-17 08:30',
      'base-afternoon 2024-04-17 14:30',
      'overdue-1 2024-04-19 08:30 + head',
      'overdue-3 2024-04-23 08:30 + head',
      'overdue-5 2024-04-25 08:30 + head',
    ]);
  });

  test('keeps the order of each step when the first ones are left out', () => {
    const steps = reminderSteps(report, { windowFrom: '2024-04-16', lastDay: '2024-04-18' }, place);
    expect(steps.map(({ order }) => order)).toEqual([2, 3, 4, 5, 6]);
  });
});

describe('a milestone', () => {
  test('by the end of September 2024: calendar days before, on working days, and the base', () => {
    expect(listed(milestone, '2024-09-30')).toEqual([
      'before-60 2024-08-01 08:30',
      'before-30 2024-08-30 08:30',
      'before-15 2024-09-13 08:30',
      'before-5 2024-09-25 08:30',
      'base 2024-09-30 08:30',
    ]);
  });

  test('at the end of Tết: five days before and the base fall together, and one reminder is left', () => {
    expect(listed(milestone, '2026-02-20')).toEqual([
      'before-60 2025-12-22 08:30',
      'before-30 2026-01-21 08:30',
      'before-15 2026-02-05 08:30',
      'base 2026-02-13 08:30',
    ]);
  });

  test('in a document that leaves little time', () => {
    expect(listed(milestone, '2022-12-30', '2022-11-09')).toEqual([
      'before-30 2022-11-30 08:30',
      'before-15 2022-12-15 08:30',
      'before-5 2022-12-23 08:30',
      'base 2022-12-30 08:30',
    ]);
  });
});

describe('a cadence of its own', () => {
  const custom = (workingDaysBefore: number[], baseAfternoon: boolean, overdueWorkingDays: number[]) =>
    listed(
      { rule: 'custom', workingDaysBefore, baseAfternoon, overdueWorkingDays, source: 'default' },
      '2026-12-14',
    );

  test('is followed in any order it was written in', () => {
    expect(custom([0, 10], false, [2])).toEqual([
      'base-10 2026-11-30 08:30 + head',
      'base 2026-12-14 08:30',
      'overdue-2 2026-12-16 08:30 + head',
    ]);
  });

  test('copies the head on the last step that leaves two working days, or the earliest there is', () => {
    expect(custom([5, 3, 1], false, [])).toEqual([
      'base-5 2026-12-07 08:30',
      'base-3 2026-12-09 08:30 + head',
      'base-1 2026-12-11 08:30',
    ]);
    expect(custom([0], true, [])).toEqual([
      'base 2026-12-14 08:30 + head',
      'base-afternoon 2026-12-14 14:30',
    ]);
  });

  test('may be none at all', () => {
    expect(listed({ rule: 'none', source: 'default' }, '2026-12-14')).toEqual([]);
  });
});

describe('2015–2030', () => {
  const anyDay = fc
    .date({ min: new Date('2015-04-01'), max: new Date('2030-11-30'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const anyCadence: fc.Arbitrary<Cadence> = fc.oneof(
    fc.constant(report),
    fc.constant(milestone),
    fc.record({
      rule: fc.constant('custom' as const),
      workingDaysBefore: fc.array(fc.integer({ min: 0, max: 20 })),
      baseAfternoon: fc.boolean(),
      overdueWorkingDays: fc.array(fc.integer({ min: 1, max: 10 })),
      source: fc.constant('default' as const),
    }),
  );

  test('every step falls on a working day at its slot, in order, and on the right side of what it reminds of', () => {
    fc.assert(
      fc.property(anyCadence, anyDay, fc.integer({ min: 0, max: 90 }), (cadence, lastDay, window) => {
        const windowFrom = addDays(lastDay, -window);
        const steps = reminderSteps(cadence, { windowFrom, lastDay }, place);
        for (const [index, { step, at, day, slot, order }] of steps.entries()) {
          expect(calendar.isWorkingDay(day)).toBe(true);
          expect(dayOf(at, place.zone)).toBe(day);
          expect(timeOf(at, place.zone)).toBe(slot);
          expect(day >= windowFrom).toBe(true);
          if (step.startsWith('overdue')) expect(day > lastDay).toBe(true);
          else expect(day <= baseDay(place, lastDay)).toBe(true);
          const next = steps[index + 1];
          if (next) expect(at < next.at && order < next.order).toBe(true);
        }
      }),
    );
  });
});
