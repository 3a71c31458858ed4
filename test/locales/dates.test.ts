import { expect, test } from 'vitest';
import { dayAndMonth, dayWithoutYear, longDay, shortDay, shortSpan } from '#locales/dates.ts';

test('a day with its weekday', () => {
  expect(longDay('vi', '2026-12-14')).toBe('thứ Hai 14/12/2026');
  expect(longDay('vi', '2026-12-13')).toBe('Chủ nhật 13/12/2026');
  expect(longDay('en', '2026-12-14')).toBe('Monday 14/12/2026');
  expect(dayWithoutYear('vi', '2026-12-19')).toBe('thứ Bảy 19/12');
});

test('a day in figures, without zeros in front', () => {
  expect(shortDay('2027-01-05')).toBe('5/1/2027');
  expect(dayAndMonth('2027-01-05')).toBe('5/1');
});

test('a span names years only where they differ', () => {
  expect(shortSpan('2026-11-15', '2026-12-14')).toEqual({ from: '15/11', to: '14/12' });
  expect(shortSpan('2025-12-15', '2026-12-14')).toEqual({ from: '15/12/2025', to: '14/12/2026' });
});
