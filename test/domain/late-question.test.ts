import { describe, expect, test } from 'vitest';
import { dayAhead } from '#domain/day-ahead.ts';
import { asksForExtension, dayWished } from '#domain/extension.ts';
import { asksIfLate } from '#domain/late-question.ts';

/** A Monday. */
const today = '2026-12-07';

describe('a day in the time to come', () => {
  test.each([
    ['mai nộp được không', '2026-12-08'],
    ['ngay mai', '2026-12-08'],
    ['ngày kia', '2026-12-09'],
    ['hôm nay', '2026-12-07'],
    ['chiều nay', '2026-12-07'],
    ['đến thứ 6', '2026-12-11'],
    ['den thu sau', '2026-12-11'],
    ['thứ hai', '2026-12-14'],
    ['thứ Hai tuần sau', '2026-12-14'],
    ['t6 tuần sau', '2026-12-18'],
    ['thứ tư tuần này', '2026-12-09'],
    ['chủ nhật', '2026-12-13'],
    ['ngày 15', '2026-12-15'],
    ['15 nộp kịp không', '2026-12-15'],
    ['ngày 5', '2027-01-05'],
    ['18/12', '2026-12-18'],
    ['ngày 18 tháng 12', '2026-12-18'],
    ['5/1', '2027-01-05'],
    ['18-12-2026', '2026-12-18'],
    ['18.12.26', '2026-12-18'],
    ['2026-12-18', '2026-12-18'],
    ['hết tháng', '2026-12-31'],
  ])('%s: %s', (text, day) => {
    expect(dayAhead(text, today)).toBe(day);
  });

  test.each(['31/2', 'ngày 32', 'tuần sau', 'sớm thôi', 'tháng 12'])('none in “%s”', (text) => {
    expect(dayAhead(text, today)).toBeUndefined();
  });
});

describe('whether it is in time is asked', () => {
  test.each([
    'Ngày 15 nộp vẫn kịp nhỉ?',
    'mai nộp được không',
    'nộp ngày 20 có sao không',
    'báo cáo tháng 12 gửi 16/12 thì có trễ không?',
    'thứ 2 tuần sau gửi bc có kịp ko',
    'hôm nay gửi còn kịp không ạ',
    '15 nop duoc khong',
  ])('“%s”', (text) => {
    expect(asksIfLate(text)).toBe(true);
  });

  test.each([
    'báo cáo tháng 12',
    'bao giờ phải nộp?',
    'đã gửi ngày 14 rồi, có được không',
    'xin gia hạn đến thứ 6 được không',
    'ai chưa nộp báo cáo?',
    'gửi qua trục rồi, số 214/BC-STC',
    '12',
    'có',
  ])('not by “%s”', (text) => {
    expect(asksIfLate(text)).toBe(false);
  });
});

describe('more time is asked for', () => {
  test.each([
    ['xin gia hạn đến thứ 6', '2026-12-11'],
    ['cho em xin lùi hạn đến 18/12 ạ', '2026-12-18'],
    ['xin nộp chậm đến ngày 16', '2026-12-16'],
    ['xin thêm 3 ngày', '2026-12-17'],
    ['gia han them hai ngay nua', '2026-12-16'],
    ['xin gia hạn', undefined],
  ])('“%s”: %s', (text, day) => {
    expect(asksForExtension(text)).toBe(true);
    expect(dayWished(text, today, '2026-12-14')).toBe(day);
  });

  test.each(['báo cáo tháng 12', 'đã nộp muộn rồi', 'nhắc lại sau', 'nộp ngày 20 có sao không'])(
    'not by “%s”',
    (text) => {
      expect(asksForExtension(text)).toBe(false);
    },
  );
});
