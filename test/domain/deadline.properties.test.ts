import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineOf, deadlinesIn, openWindows } from '#domain/deadline.ts';
import type { DueRule } from '#domain/directives/schema.ts';
import { addDays, dayOf, timeOf } from '#domain/time.ts';
import { realCalendar, smallCatalogue } from '#test/domain/small-catalogue.ts';

const source = 'default';
const allYears = { from: '2015-01-01', to: '2030-12-31' };
const monthDay = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2023-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(5, 10));

const recurring: fc.Arbitrary<DueRule> = fc.oneof(
  fc.integer({ min: 1, max: 28 }).map((beforeDay): DueRule => ({ recurrence: 'monthly', beforeDay, source })),
  fc
    .integer({ min: 1, max: 28 })
    .map((beforeDay): DueRule => ({ recurrence: 'quarterly', beforeDay, source })),
  monthDay.map((before): DueRule => ({ recurrence: 'yearly', before, source })),
  fc.uniqueArray(monthDay, { minLength: 2, maxLength: 2 }).map((days): DueRule => {
    const [first = '', second = ''] = days.sort();
    return { recurrence: 'half-yearly', before: [first, second], source };
  }),
  fc.constant<DueRule>({ recurrence: 'half-yearly', before: ['07-01', '01-01'], source }),
  fc.constant<DueRule>({ recurrence: 'half-yearly', before: ['07-01', '01-01'], halves: [1], source }),
  fc.constant<DueRule>({ recurrence: 'before-tet', source }),
);

describe('deadlines 2015–2030', () => {
  test('the windows of a duty follow each other without a gap and without a day counted twice', () => {
    fc.assert(
      fc.property(recurring, (due) => {
        const deadlines = deadlinesIn(smallCatalogue({ report: { due } }), allYears);
        expect(deadlines.length).toBeGreaterThan(13);
        for (const [index, deadline] of deadlines.entries()) {
          const previous = deadlines[index - 1];
          if (previous) expect(deadline.windowFrom).toBe(addDays(previous.windowTo, 1));
          expect(deadline.windowTo).toBe(deadline.lastDay);
          expect(deadline.windowFrom <= deadline.windowTo).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a deadline ends with its last day, has a name of its own, and is found by it', () => {
    fc.assert(
      fc.property(recurring, (due) => {
        const catalogue = smallCatalogue({ report: { due } });
        const deadlines = deadlinesIn(catalogue, { from: '2024-01-01', to: '2027-12-31' });
        for (const deadline of deadlines) {
          expect(dayOf(deadline.dueBefore, catalogue.zone)).toBe(addDays(deadline.lastDay, 1));
          expect(timeOf(deadline.dueBefore, catalogue.zone)).toBe('00:00');
          expect(deadlineOf(catalogue, deadline, deadline.period)).toEqual(deadline);
        }
        expect(new Set(deadlines.map(({ period }) => period)).size).toBe(deadlines.length);
      }),
      { numRuns: 30 },
    );
  });

  test('on every day exactly one period of a duty is open and not yet over', () => {
    const days = fc.date({ min: new Date('2016-01-01'), max: new Date('2029-06-30'), noInvalidDate: true });
    fc.assert(
      fc.property(recurring, days, (due, date) => {
        const day = date.toISOString().slice(0, 10);
        const catalogue = smallCatalogue({ report: { due } }, { issued: '2015-01-01' });
        expect(openWindows(catalogue, { day, trackFrom: day })).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  test('a draft is wanted on a working day, so many working days before its report, and says when that may change', () => {
    fc.assert(
      fc.property(monthDay, fc.integer({ min: 1, max: 60 }), (before, workingDaysBefore) => {
        const catalogue = smallCatalogue({
          draft: { due: { recurrence: 'yearly-relative', workingDaysBefore, of: 'cv/report', source } },
          report: { due: { recurrence: 'yearly', before, source } },
        });
        for (const draft of deadlinesIn(catalogue, allYears).filter(({ duty }) => duty === 'draft')) {
          const report = deadlineOf(catalogue, { directive: 'cv', duty: 'report' }, draft.period);
          expect(realCalendar.isWorkingDay(draft.lastDay)).toBe(true);
          let workingDays = 0;
          let isProvisional = false;
          for (let day = draft.lastDay; day <= (report?.lastDay ?? ''); day = addDays(day, 1)) {
            if (realCalendar.isWorkingDay(day)) workingDays += 1;
            if (realCalendar.specialDay(day)?.provisional) isProvisional = true;
          }
          expect(workingDays).toBe(workingDaysBefore + 1);
          expect(draft.provisional).toBe(isProvisional);
        }
      }),
      { numRuns: 15 },
    );
  });
});
