import { describe, expect, test } from 'vitest';
import { type CalendarFile, calendarFile, calendarFrom } from '#domain/calendar/calendar-file.ts';
import { addDays, type Day } from '#domain/time.ts';
import { realCalendar as calendar } from '#test/domain/small-catalogue.ts';

/** The days of a year on which the calendar differs from Monday to Friday, as `MM-DD`; worked ones with a `+`. */
function specialDays(year: number): string {
  const days: string[] = [];
  for (let day: Day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const special = calendar.specialDay(day);
    if (special)
      days.push(`${special.kind === 'worked' ? '+' : ''}${day.slice(5)}${special.provisional ? '?' : ''}`);
  }
  return days.join(' ');
}

describe('the year that was decided', () => {
  test('2026 is exactly as announced; only 22/8 and 24/11 are provisional', () => {
    expect(specialDays(2026)).toBe(
      '01-01 01-02 +01-10 02-14 02-15 02-16 02-17 02-18 02-19 02-20 02-21 02-22 04-26 04-27 04-30 05-01 ' +
        '+08-22? 08-31 09-01 09-02 11-24?',
    );
  });

  test('Saturday 10/1 is worked for Friday 2/1', () => {
    expect(calendar.isWorkingDay('2026-01-02')).toBe(false);
    expect(calendar.isWorkingDay('2026-01-10')).toBe(true);
    expect(calendar.isWorkingDay('2026-01-17')).toBe(false);
    expect(calendar.specialDay('2026-01-10')?.name.vi).toBe('Làm bù cho thứ Sáu 2/1');
  });

  test('Tết is 14 to 22 February, officially', () => {
    expect(calendar.tetHoliday(2026)).toEqual({ from: '2026-02-14', to: '2026-02-22', provisional: false });
  });
});

describe('years that nobody has decided', () => {
  test.each([
    // Giỗ Tổ on Saturday 29/4, then 30/4 and 1/5: two days in lieu. 2/9 on a Saturday: the day before is the second.
    [
      2023,
      '01-01? 01-02? 01-21? 01-22? 01-23? 01-24? 01-25? 01-26? 01-27? 04-29? 04-30? 05-01? 05-02? 05-03? 09-01? 09-02? 09-04?',
    ],
    [2024, '01-01? 02-09? 02-10? 02-11? 02-12? 02-13? 02-14? 02-15? 04-18? 04-30? 05-01? 09-02? 09-03?'],
    // Before the Code of 2019, one day for 2/9.
    [2019, '01-01? 02-04? 02-05? 02-06? 02-07? 02-08? 04-14? 04-15? 04-30? 05-01? 09-02?'],
    // Tết on Saturday 6/2 by Vietnam's reckoning; 24/11 is off from 2026 on.
    [
      2027,
      '01-01? 02-05? 02-06? 02-07? 02-08? 02-09? 02-10? 02-11? 04-16? 04-30? 05-01? 05-03? 09-02? 09-03? 11-24?',
    ],
    // 1/1 on a Saturday; the day in lieu of Saturday 2/9 is Monday.
    [
      2028,
      '01-01? 01-03? 01-25? 01-26? 01-27? 01-28? 01-29? 01-31? 04-04? 04-30? 05-01? 05-02? 09-01? 09-02? 09-04? 11-24?',
    ],
    [
      2030,
      '01-01? 02-01? 02-02? 02-03? 02-04? 02-05? 02-06? 02-07? 04-12? 04-30? 05-01? 09-02? 09-03? 11-24? 11-25?',
    ],
  ])('%i has the statutory days with those in lieu, provisional', (year, days) => {
    expect(specialDays(year)).toBe(days);
  });

  test('the Tết holiday takes in the weekends beside it', () => {
    expect(calendar.tetHoliday(2025)).toEqual({ from: '2025-01-28', to: '2025-02-03', provisional: true });
    expect(calendar.tetHoliday(2027)).toEqual({ from: '2027-02-05', to: '2027-02-11', provisional: true });
    expect(calendar.tetHoliday(2029)).toEqual({ from: '2029-02-10', to: '2029-02-18', provisional: true });
    expect(calendar.tetHoliday(2031)).toBeUndefined();
  });

  test('a year that the file does not reach has its weekends only', () => {
    expect(calendar.isWorkingDay('2031-01-01')).toBe(true);
    expect(calendar.isWorkingDay('2031-01-04')).toBe(false);
  });
});

describe('what an administrator writes', () => {
  const name = { vi: 'Nghỉ', en: 'Off' };
  const file: CalendarFile = {
    decidedYears: [],
    rows: [{ day: '2027-01-01', kind: 'worked', name, source: 'QĐ 1', status: 'official' }],
    statutory: {
      days: [{ on: '01-01', name, source: 'Điều 112' }],
      inLieu: { name, source: 'Điều 111' },
      lunarYears: [{ tet: '2027-02-06', hungKings: '2027-04-16' }],
    },
  };

  test('goes before a statutory day', () => {
    expect(calendarFrom(file).isWorkingDay('2027-01-01')).toBe(true);
  });

  test('is refused when a day stands in two rows, or a span is upside down', () => {
    const row = { kind: 'off', name, source: 'QĐ 2', status: 'official' };
    const twice = calendarFile.safeParse({
      ...file,
      rows: [...file.rows, { ...row, from: '2026-12-31', to: '2027-01-02' }],
    });
    expect(twice.error?.issues).toMatchObject([
      { path: ['rows', 1], message: '2027-01-01 stands in two rows' },
    ]);
    expect(
      calendarFile.safeParse({ ...file, rows: [{ ...row, from: '2027-01-03', to: '2027-01-02' }] }).success,
    ).toBe(false);
    expect(
      calendarFile.safeParse({
        ...file,
        statutory: { ...file.statutory, days: [{ on: '02-30', name, source: 'x' }] },
      }).success,
    ).toBe(false);
  });
});
