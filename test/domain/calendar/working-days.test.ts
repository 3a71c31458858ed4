import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  lastWorkingDayOnOrBefore,
  workingDaysBetween,
} from '#domain/calendar/working-days.ts';
import { realCalendar as calendar } from '#test/domain/small-catalogue.ts';

describe('counting working days', () => {
  test('a Friday stays, a Sunday goes back to Friday, and the end of Tết to the day before it', () => {
    expect(lastWorkingDayOnOrBefore(calendar, '2026-12-18')).toBe('2026-12-18');
    expect(lastWorkingDayOnOrBefore(calendar, '2025-12-14')).toBe('2025-12-12');
    expect(lastWorkingDayOnOrBefore(calendar, '2026-02-22')).toBe('2026-02-13');
  });

  test('weekends are passed over, either way', () => {
    expect(addWorkingDays(calendar, '2026-12-14', -5)).toBe('2026-12-07');
    expect(addWorkingDays(calendar, '2026-12-14', 5)).toBe('2026-12-21');
    expect(addWorkingDays(calendar, '2026-12-12', 1)).toBe('2026-12-14');
    expect(addWorkingDays(calendar, '2026-12-12', -1)).toBe('2026-12-11');
    expect(addWorkingDays(calendar, '2026-12-12', 0)).toBe('2026-12-12');
  });

  test('a Saturday that is worked counts, the holiday it was swapped for does not', () => {
    expect(addWorkingDays(calendar, '2026-01-09', 1)).toBe('2026-01-10');
    expect(addWorkingDays(calendar, '2025-12-31', 1)).toBe('2026-01-05');
  });

  test('how many lie between undoes adding', () => {
    expect(workingDaysBetween(calendar, '2026-12-14', '2026-12-14')).toBe(0);
    expect(workingDaysBetween(calendar, '2026-02-13', '2026-02-23')).toBe(1);
    expect(workingDaysBetween(calendar, '2026-12-14', '2026-12-07')).toBe(-5);
    expect(workingDaysBetween(calendar, '2026-12-12', '2026-12-13')).toBe(0);
  });
});
