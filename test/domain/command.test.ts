import { describe, expect, test } from 'vitest';
import { recognise } from '#domain/command.ts';

/** Typed text, what it asks for outside a conversation, and what inside one. Adding a row is one line. */
const typed: [text: string, outside: string | undefined, inside: string | undefined][] = [
  ['/baocao', 'report', 'report'],
  ['/baocao@nhac_han_bot tháng 12', 'report', 'report'],
  ['/BáoCáo', 'report', 'report'],
  ['báo cáo', 'report', undefined],
  ['bao cao thang 12', 'report', undefined],
  ['lập bc', 'report', undefined],
  ['tôi còn phải nộp gì?', 'report', undefined],
  ['/chuabaocao', 'missing', 'missing'],
  ['ai chưa báo cáo?', 'missing', 'missing'],
  ['Ai chua nop thang 11', 'missing', 'missing'],
  ['đơn vị nào chưa gửi quý 4', 'missing', 'missing'],
  ['dv nao con chua nop bc', 'missing', 'missing'],
  ['những ai chưa làm báo cáo vậy', 'missing', 'missing'],
  ['danh sách chưa nộp tháng 11', 'missing', 'missing'],
  ['/lich', 'schedule', 'schedule'],
  ['lịch', 'schedule', undefined],
  ['bao giờ phải nộp?', 'schedule', undefined],
  ['hạn báo cáo', 'schedule', undefined],
  ['/lienket', 'link', 'link'],
  ['/LienKet zalo', 'link', 'link'],
  ['liên kết zalo', 'link', undefined],
  ['lien ket telegram', 'link', undefined],
  ['liên kết thêm kênh', 'link', undefined],
  ['hủy liên kết', 'link', undefined],
  ['gỡ Zalo', 'link', undefined],
  ['nhận nhắc ở Telegram', 'link', undefined],
  ['/trogiup', 'help', 'help'],
  ['trợ giúp', 'help', undefined],
  ['/khongbiet', 'help', 'help'],
  ['/huy', 'stop', 'stop'],
  ['hủy', 'stop', 'stop'],
  ['HUỶ', 'stop', 'stop'],
  ['thôi', 'stop', 'stop'],
  ['tiếp tục', 'resume', undefined],
  ['gửi qua trục rồi, số 214/BC-STC', 'filed', undefined],
  ['đã gửi bằng văn bản', 'filed', undefined],
  ['nop cong van hom qua roi', 'filed', undefined],
  ['Báo cáo tháng 12 đã gửi qua trục rồi, số 214/BC-STC', 'filed', undefined],
  ['bc quy iv/2026 em nop ban giay roi', 'filed', undefined],
  ['sửa báo cáo tháng 12', 'correct', undefined],
  ['sua lai bc da gui', 'correct', undefined],
  ['em muốn đính chính số liệu quý 4', 'correct', undefined],
  ['xem báo cáo STC tháng 12', 'view', undefined],
  ['xem lai bc da gui', 'view', undefined],
  ['xem lịch báo cáo', 'schedule', undefined],
  ['báo cáo đã gửi chưa?', 'report', undefined],
  ['/suco', 'incident', 'incident'],
  ['/start ABCD-2345', 'start', 'start'],
  ['/start', 'start', 'start'],
  // Answers, and talk that asks for nothing.
  // An incident in words is recognised before any command.
  ['sự cố', undefined, undefined],
  ['không có sự cố nào', undefined, undefined],
  ['12', undefined, undefined],
  ['không', undefined, undefined],
  ['chưa', undefined, undefined],
  ['chưa báo cáo được vì mất mạng', undefined, undefined],
  ['cảm ơn em', undefined, undefined],
  ['mã hóa bản sao lưu xong rồi', undefined, undefined],
];

describe('what a typed text asks for', () => {
  test.each(typed)('%s', (text, outside, inside) => {
    expect(recognise(text, { inDialogue: false })?.kind).toBe(outside);
    expect(recognise(text, { inDialogue: true })?.kind).toBe(inside);
    expect(recognise(text.normalize('NFD'), { inDialogue: false })?.kind).toBe(outside);
  });

  test('a command keeps what follows it', () => {
    expect(recognise('/start ABCD-2345', { inDialogue: false })).toEqual({
      kind: 'start',
      code: 'ABCD-2345',
    });
    expect(recognise('/lienket Zalo', { inDialogue: true })).toEqual({ kind: 'link', to: 'zalo' });
    expect(recognise('/suco máy chủ bị mã hóa', { inDialogue: true })).toEqual({
      kind: 'incident',
      rest: 'máy chủ bị mã hóa',
    });
    expect(recognise('lien ket tele', { inDialogue: false })).toEqual({ kind: 'link', to: 'telegram' });
    expect(recognise('gỡ Zalo', { inDialogue: false })).toEqual({ kind: 'link' });
    expect(recognise('/baocao tháng 12', { inDialogue: false })).toEqual({
      kind: 'report',
      rest: 'tháng 12',
    });
  });
});
