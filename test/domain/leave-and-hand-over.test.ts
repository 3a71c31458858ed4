import { describe, expect, test } from 'vitest';
import { handsOverTo, namedAmong } from '#domain/hand-over.ts';
import { isBackAtWork, leaveAsked, leaveUntil } from '#domain/leave.ts';

/** A Monday. */
const today = '2026-12-07';

describe('work is handed over', () => {
  test.each([
    ['việc này giờ chị Hạnh làm', 'hạnh'],
    ['viec nay gio chi Hanh lam', 'hanh'],
    ['báo cáo từ nay do anh Nam phụ trách', 'nam'],
    ['từ nay chị Hạnh làm báo cáo', 'hạnh'],
    ['bàn giao cho Hạnh', 'hạnh'],
    ['em bàn giao việc báo cáo cho chị Trần Thị Hạnh ạ', 'trần thị hạnh'],
    ['ban giao cho dong chi Nam', 'nam'],
    ['bàn giao', ''],
    ['bàn giao công việc', ''],
  ])('“%s” to “%s”', (text, name) => {
    expect(handsOverTo(text)).toBe(name);
  });

  test.each(['báo cáo tháng 12', 'việc này làm sao', 'giờ làm báo cáo', 'biên bản bàn giao thiết bị', 'có'])(
    'not by “%s”',
    (text) => {
      expect(handsOverTo(text)).toBeUndefined();
    },
  );

  test('to whom the typed words name', () => {
    const people = [{ name: 'Trần Thị Hạnh' }, { name: 'Lê Hạnh Nguyên' }, { name: 'Đỗ Nam' }];
    expect(namedAmong(people, 'hanh')).toEqual([people[0], people[1]]);
    expect(namedAmong(people, 'thị hạnh')).toEqual([people[0]]);
    expect(namedAmong(people, 'do nam')).toEqual([people[2]]);
    expect(namedAmong(people, 'hoa')).toEqual([]);
    expect(namedAmong(people, '')).toEqual(people);
  });
});

describe('somebody will be away', () => {
  test.each([
    ['nghỉ phép đến 20/12', '2026-12-07', '2026-12-20'],
    ['em nghỉ phép từ 10/12 đến hết 20/12 ạ', '2026-12-10', '2026-12-20'],
    ['tôi đi công tác đến thứ 6', '2026-12-07', '2026-12-11'],
    ['nghi om den 15/12', '2026-12-07', '2026-12-15'],
    ['mai em nghỉ phép', '2026-12-08', '2026-12-08'],
    ['xin nghỉ từ mai đến thứ hai tuần sau', '2026-12-08', '2026-12-14'],
    ['nghỉ thai sản', '2026-12-07', undefined],
    ['em nghỉ hôm nay', '2026-12-07', '2026-12-07'],
  ])('“%s”: %s to %s', (text, from, until) => {
    expect(leaveAsked(text, today)).toEqual({ from, until });
  });

  test.each([
    'lịch nghỉ tết',
    'nghĩ lại',
    'báo cáo tháng 12',
    'hệ thống nghỉ hoạt động',
    'không',
    'nghỉ lễ đến bao giờ',
  ])('not by “%s”', (text) => {
    expect(leaveAsked(text, today)).toBeUndefined();
  });

  test.each(['đi làm lại rồi', 'em đi làm lại', 'hết phép rồi ạ', 'Tôi đã đi làm trở lại.'])(
    '“%s”: back',
    (text) => {
      expect(isBackAtWork(text)).toBe(true);
    },
  );

  test('until when, asked for', () => {
    expect(leaveUntil('20/12', today)).toBe('2026-12-20');
    expect(leaveUntil('đến hết thứ 6', today)).toBe('2026-12-11');
    expect(leaveUntil('chưa biết', today)).toBeUndefined();
  });
});
