import { expect, test } from 'vitest';
import { readTold } from '#domain/incident/read-told.ts';
import { isoInstant } from '#domain/time.ts';

const zone = 'Asia/Ho_Chi_Minh';
const now = new Date('2026-12-12T03:05:00+07:00');
const notBefore = new Date('2026-12-11T20:00:00+07:00');

function read(typed: string) {
  const { at, ...told } = readTold(typed, { now, notBefore, zone });
  return { ...told, ...(at ? { at: isoInstant(at, zone).slice(0, 16) } : {}) };
}

test.each([
  ['Gọi PA05, đồng chí Hùng, 02:40', { whom: 'PA05, đồng chí Hùng', way: 'phone', at: '2026-12-12T02:40' }],
  ['goi pa05 dc hung luc 2h40', { whom: 'pa05 dc hung', way: 'phone', at: '2026-12-12T02:40' }],
  ['Đã gọi điện cho trực ban PA05', { whom: 'trực ban PA05', way: 'phone' }],
  [
    'PA05 (anh Hùng) qua điện thoại, 2 giờ 40 phút',
    { whom: 'PA05 (anh Hùng) qua điện thoại', way: 'phone', at: '2026-12-12T02:40' },
  ],
  [
    'Nhắn Zalo cho chị Mai ở A05 lúc 3 giờ',
    { whom: 'Zalo cho chị Mai ở A05', way: 'message', at: '2026-12-12T03:00' },
  ],
  [
    'tối qua 22:15 báo công an tỉnh bằng công văn',
    { whom: 'báo công an tỉnh bằng công văn', way: 'document', at: '2026-12-11T22:15' },
  ],
  ['báo trực tiếp anh Nam', { whom: 'trực tiếp anh Nam', way: 'in-person' }],
  ['gửi thư công vụ cho PA05', { whom: 'thư công vụ cho PA05', way: 'email' }],
  ['PA05, đồng chí Hùng', { whom: 'PA05, đồng chí Hùng' }],
  ['đã gọi rồi', { whom: '', way: 'phone' }],
  ['thư điện tử cho PA05', { whom: 'thư điện tử cho PA05', way: 'email' }],
  ['gọi lúc 02:40', { whom: '', way: 'phone', at: '2026-12-12T02:40' }],
])('“%s”', (typed, told) => {
  expect(read(typed)).toEqual(told);
});

test('an hour that is still to come today was yesterday’s; one before the incident is not meant', () => {
  expect(read('gọi PA05 23:10').at).toBe('2026-12-11T23:10');
  expect(read('gọi PA05 19:00')).toEqual({ whom: 'PA05 19:00', way: 'phone' });
});

test('a number that is no hour stays', () => {
  expect(read('công văn số 214/BC-STC ngày 12/12 gửi PA05')).toEqual({
    whom: 'công văn số 214/BC-STC ngày 12/12 gửi PA05',
    way: 'document',
  });
});
