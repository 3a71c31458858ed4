import { describe, expect, it, test } from 'vitest';
import { hoursAsked, isQuiet } from '#domain/remind-hours.ts';

describe('the hours in which somebody wants to be reminded', () => {
  it.each([
    ['đừng nhắc trước 9h', '09:00', '18:00'],
    ['không nhắn tôi trước 9 giờ', '09:00', '18:00'],
    ['ko nhac em sau 16h30', '08:30', '16:30'],
    ['Đừng nhắn tin cho tôi sau 17:00!', '08:30', '17:00'],
    ['chỉ nhắc từ 9h đến 16h', '09:00', '16:00'],
    ['nhắc tôi từ 13h30 đến 17 giờ', '13:30', '17:00'],
    ['đừng nhắc trước 6h', '08:30', '18:00'],
  ])('“%s”: %s–%s', (typed, from, until) => {
    expect(hoursAsked(typed)).toEqual({ kind: 'hours', hours: { from, until } });
  });

  it.each([['đừng nhắc trước 17h30'], ['chỉ nhắc từ 16h đến 9h']])('“%s” leaves too little', (typed) => {
    expect(hoursAsked(typed)).toEqual({ kind: 'too-short' });
  });

  it('“nhắc lúc nào cũng được” takes them away', () => {
    expect(hoursAsked('nhắc lúc nào cũng được')).toEqual({ kind: 'any' });
  });

  it.each([['nhắc lại sau'], ['không có'], ['trước 9h'], ['ai chưa báo cáo?'], ['nhắc ông Ba báo cáo']])(
    '“%s” is about something else',
    (typed) => {
      expect(hoursAsked(typed)).toBeUndefined();
    },
  );
});

test('quiet is before the first and from the last hour on', () => {
  const hours = { from: '09:00', until: '16:00' };
  expect(['08:59', '09:00', '15:59', '16:00'].map((time) => isQuiet(hours, time))).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
