import { describe, expect, test } from 'vitest';
import {
  calendarSpanOf,
  comparePeriods,
  formatPeriod,
  type PeriodKind,
  type PeriodParts,
  parsePeriod,
  periodOf,
} from '#domain/period.ts';

describe('a period is named by its last day', () => {
  test.each<[PeriodKind, string, string]>([
    ['month', '2026-12-14', '2026-M12'],
    ['month', '2027-01-14', '2027-M01'],
    ['quarter', '2026-12-14', '2026-Q4'],
    ['quarter', '2027-03-14', '2027-Q1'],
    ['half', '2026-06-30', '2026-H1'],
    ['half', '2026-12-31', '2026-H2'],
    ['year', '2026-12-14', '2026'],
    ['once', '2024-04-18', 'once'],
  ])('%s, %s', (kind, lastDay, period) => {
    expect(periodOf(kind, lastDay)).toBe(period);
  });
});

test.each<[string, PeriodParts]>([
  ['2026-M03', { kind: 'month', year: 2026, month: 3 }],
  ['2026-Q4', { kind: 'quarter', year: 2026, quarter: 4 }],
  ['2026-H1', { kind: 'half', year: 2026, half: 1 }],
  ['2026', { kind: 'year', year: 2026 }],
  ['once', { kind: 'once' }],
])('%s is read and written back', (period, parts) => {
  expect(parsePeriod(period)).toEqual(parts);
  expect(formatPeriod(parts)).toBe(period);
});

test.each(['2026-M13', '2026-M3', '2026-Q5', '2026-H0', '26', '', 'tháng 12'])(
  '%j names no period',
  (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  },
);

test('periods sort by when they begin', () => {
  expect(['2027-M01', '2026-Q4', '2026-M12', 'once', '2026-H2'].sort(comparePeriods)).toEqual([
    'once',
    '2026-H2',
    '2026-Q4',
    '2026-M12',
    '2027-M01',
  ]);
  expect(comparePeriods('2016-H1', '2016')).toBe(0);
});

test('the calendar span of a period', () => {
  expect(calendarSpanOf('2028-M02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(calendarSpanOf('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(calendarSpanOf('2026-H1')).toEqual({ from: '2026-01-01', to: '2026-06-30' });
  expect(calendarSpanOf('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(calendarSpanOf('once')).toBeUndefined();
});
