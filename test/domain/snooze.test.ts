import { describe, expect, test } from 'vitest';
import { snoozeChoices } from '#domain/snooze.ts';
import { isoInstant } from '#domain/time.ts';
import { realCalendar as calendar } from '#test/domain/small-catalogue.ts';

const zone = 'Asia/Ho_Chi_Minh';

function choices(now: string, lastDay: string): string[] {
  return snoozeChoices(new Date(`${now}+07:00`), lastDay, { calendar, zone }).map(
    ({ kind, at }) => `${kind} ${isoInstant(at, zone).slice(0, 16)}`,
  );
}

describe('"Nhắc lại sau" for a report due by Monday 14/12/2026', () => {
  test('on Thursday morning: this afternoon, tomorrow, or the base', () => {
    expect(choices('2026-12-10T08:31', '2026-12-14')).toEqual([
      'afternoon 2026-12-10T14:30',
      'next-morning 2026-12-11T08:30',
      'base 2026-12-14T08:30',
    ]);
  });

  test('on Friday the next working morning is the base', () => {
    expect(choices('2026-12-11T08:31', '2026-12-14')).toEqual([
      'afternoon 2026-12-11T14:30',
      'base 2026-12-14T08:30',
    ]);
    expect(choices('2026-12-11T14:30', '2026-12-14')).toEqual(['base 2026-12-14T08:30']);
  });

  test('on Sunday there is no afternoon', () => {
    expect(choices('2026-12-13T10:00', '2026-12-14')).toEqual(['base 2026-12-14T08:30']);
  });

  test('on the day itself: its morning, its afternoon, and then nothing', () => {
    expect(choices('2026-12-14T07:45', '2026-12-14')).toEqual([
      'base 2026-12-14T08:30',
      'afternoon 2026-12-14T14:30',
    ]);
    expect(choices('2026-12-14T08:31', '2026-12-14')).toEqual(['afternoon 2026-12-14T14:30']);
    expect(choices('2026-12-14T14:30', '2026-12-14')).toEqual([]);
    expect(choices('2026-12-15T08:31', '2026-12-14')).toEqual([]);
  });
});

test('due by Sunday 14/2/2027: on Saturday the base is over, and nothing is offered', () => {
  expect(choices('2027-02-04T09:00', '2027-02-14')).toEqual([
    'afternoon 2027-02-04T14:30',
    'base 2027-02-12T08:30',
  ]);
  expect(choices('2027-02-13T09:00', '2027-02-14')).toEqual([]);
});
