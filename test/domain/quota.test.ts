import { describe, expect, test } from 'vitest';
import { basicPlan, monthAround, monthOf, percentUsed, quotaLevel } from '#domain/quota.ts';
import { forecastQuota } from '#domain/quota-forecast.ts';

const zone = 'Asia/Ho_Chi_Minh';

test.each([
  [0, 'normal'],
  [2_399, 'normal'],
  [2_400, 'high'],
  [2_699, 'high'],
  [2_700, 'thinned'],
  [2_849, 'thinned'],
  [2_850, 'reserve'],
  [2_999, 'reserve'],
  [3_000, 'used-up'],
  [3_120, 'used-up'],
])('of 3,000 messages %i are used: %s', (used, level) => {
  expect(quotaLevel(used, basicPlan)).toBe(level);
});

test('a larger reserve begins earlier', () => {
  expect(quotaLevel(2_550, { ...basicPlan, reservePercent: 15 })).toBe('reserve');
  expect(quotaLevel(2_549, { ...basicPlan, reservePercent: 15 })).toBe('high');
});

test('100 percent is said only when all is used', () => {
  expect(percentUsed(2_999, basicPlan)).toBe(99);
  expect(percentUsed(3_000, basicPlan)).toBe(100);
});

describe('the month turns at midnight in Vietnam', () => {
  test.each([
    ['2026-12-31T16:59:59Z', '2026-12'],
    ['2026-12-31T17:00:00Z', '2027-01'],
  ])('%s is in %s', (iso, month) => {
    expect(monthOf(new Date(iso), zone)).toBe(month);
  });

  test('the ends of December', () => {
    const { begins, ends } = monthAround(new Date('2026-12-14T03:00:00Z'), zone);
    expect(begins.toISOString()).toBe('2026-11-30T17:00:00.000Z');
    expect(ends.toISOString()).toBe('2026-12-31T17:00:00.000Z');
  });
});

describe('the forecast', () => {
  const begins = new Date('2026-11-30T17:00:00Z');
  const ends = new Date('2026-12-31T17:00:00Z');

  test('after ten of 31 days: what was used, the reminders to come, and the talk of 21 more days', () => {
    const now = new Date('2026-12-10T17:00:00Z');
    // 500 messages of talk in ten days are 50 a day.
    expect(forecastQuota({ begins, now, ends, used: 590, remindersSent: 90, remindersToCome: 130 })).toBe(
      1_770,
    );
  });

  test('ten messages in the first hour are ten a day', () => {
    const now = new Date('2026-11-30T18:00:00Z');
    const month = { begins, now, ends, used: 10, remindersSent: 0, remindersToCome: 0 };
    expect(forecastQuota(month)).toBe(320);
  });

  test('at the end it is what was used', () => {
    expect(
      forecastQuota({ begins, now: ends, ends, used: 2_950, remindersSent: 400, remindersToCome: 0 }),
    ).toBe(2_950);
  });
});
