import { describe, expect, test } from 'vitest';
import { readSince } from '#domain/incident/read-since.ts';
import { isoInstant } from '#domain/time.ts';
import { readMore } from '#domain/incident/read-more.ts';

const zone = 'Asia/Ho_Chi_Minh';
/** A Saturday night. */
const now = new Date('2026-12-12T02:30:00+07:00');

const typed: [text: string, since: string][] = [
  ['từ 22h tối qua', '2026-12-11T22:00:00+07:00'],
  ['tu 22h toi qua', '2026-12-11T22:00:00+07:00'],
  ['22h30 hôm qua', '2026-12-11T22:30:00+07:00'],
  ['10h tối qua', '2026-12-11T22:00:00+07:00'],
  ['lúc 2h15 sáng', '2026-12-12T02:15:00+07:00'],
  ['phát hiện lúc 1h15', '2026-12-12T01:15:00+07:00'],
  ['khoảng 1 giờ rưỡi', '2026-12-12T01:30:00+07:00'],
  ['cách đây 30 phút', '2026-12-12T02:00:00+07:00'],
  ['2 tiếng trước', '2026-12-12T00:30:00+07:00'],
  ['tối qua', '2026-12-11T18:00:00+07:00'],
  ['đêm qua', '2026-12-11T22:00:00+07:00'],
  ['1h đêm qua', '2026-12-12T01:00:00+07:00'],
  ['từ chiều qua', '2026-12-11T13:00:00+07:00'],
  ['hôm qua', '2026-12-11T00:00:00+07:00'],
  ['23h ngày 10/12', '2026-12-10T23:00:00+07:00'],
  ['28/3', '2026-03-28T00:00:00+07:00'],
  ['lúc 5h', '2026-12-11T05:00:00+07:00'],
  ['em phát hiện từ tối hôm qua', '2026-12-11T18:00:00+07:00'],
  ['sự cố xảy ra từ 22h tối qua', '2026-12-11T22:00:00+07:00'],
  ['8h sáng nay', 'future'],
  ['15/12', 'future'],
  ['30/2', 'none'],
  ['25h', 'none'],
  ['12', 'none'],
  ['0912345678', 'none'],
  ['đã rút dây mạng', 'none'],
  ['đã rút dây mạng lúc 2h', 'none'],
];

describe('since when', () => {
  test.each(typed)('“%s” → %s', (text, since) => {
    const reading = readSince(text, now, zone);
    expect(reading.kind === 'read' ? isoInstant(reading.at, zone) : reading.kind).toBe(since);
  });
});

describe('what is added', () => {
  test.each([
    ['xong', 'nothing'],
    ['hết rồi ạ', 'nothing'],
    ['không', 'nothing'],
    ['từ 22h tối qua', 'since'],
    ['mai', 'text'],
    ['8h sáng nay', 'future'],
    ['0912 345 678', 'contact'],
    ['sđt em: 0912.345.678', 'contact'],
    ['+84 912 345 678', 'contact'],
    ['đã rút dây mạng', 'done'],
    ['bên em vừa tắt wifi', 'done'],
    ['đang lan sang phòng khác', 'impact'],
    ['1 3', 'text'],
    ['có tờ giấy tống tiền', 'text'],
    ['ip máy 10.0.0.5', 'text'],
  ])('“%s” is %s', (text, kind) => {
    expect(readMore(text, now, zone).kind).toBe(kind);
  });
});
