import { describe, expect, it } from 'vitest';
import { recogniseIncident } from '#domain/incident/recognise.ts';
import { ackWord, falseAlarmWord } from '#domain/incident/responder-words.ts';

describe('who takes an incident over', () => {
  it.each([
    'đã nhận',
    'da nhan',
    'ĐÃ NHẬN',
    'Đã nhận ạ',
    'nhận rồi nhé',
    'ok nhận',
    'tôi xử lý',
    'toi xl',
    'em xử lý ngay',
    'để tôi',
    'để em lo',
    'để anh xử lý',
    'em đang xử lý ạ',
    'tôi đang đến',
    'mình qua ngay',
    'đã nhận sự cố SC-2026-0007, tôi xử lý',
    'on it',
    'ack',
  ])('"%s"', (text) => {
    expect(ackWord(text)).toBe(true);
    expect(ackWord(text.normalize('NFD'))).toBe(true);
    expect(recogniseIncident(text).kind).toBe('none');
  });

  it.each([
    'anh xử lý nhé',
    'anh Nam xử lý giúp em',
    'ai xử lý?',
    'đã nhận chưa?',
    'chưa nhận',
    'không nhận được',
    'tôi không xử lý được',
    'đã xử lý xong',
    'đã nhận báo cáo tháng 11',
    'để tôi hỏi lại',
    'ok',
    'vâng',
    'sự cố',
    'đã nhận, máy chủ bị mã hóa thêm 3 máy',
    '',
  ])('not "%s"', (text) => {
    expect(ackWord(text)).toBe(false);
  });
});

describe('who calls a false alarm off', () => {
  it.each([
    'báo nhầm',
    'bao nham',
    'em báo nhầm ạ',
    'nhầm',
    'nhầm rồi',
    'nhầm, quên mật khẩu thôi',
    'nham, quen mat khau thoi',
    'không phải sự cố',
    'tưởng bị hack, hóa ra mất mạng',
    'em tưởng bị virus nhưng không phải',
    'báo động giả',
    'báo lộn anh ơi',
    'hủy báo sự cố',
    'false alarm',
  ])('"%s"', (text) => {
    expect(falseAlarmWord(text)).toBe(true);
    expect(falseAlarmWord(text.normalize('NFD'))).toBe(true);
    expect(recogniseIncident(text).kind).toBe('none');
  });

  it.each([
    'bấm nhầm link lạ',
    'gửi nhầm danh sách cán bộ ra ngoài',
    'chuyển nhầm file cho người lạ',
    'xóa nhầm dữ liệu',
    'không nhầm đâu',
    'không phải nhầm, bị hack thật',
    'có nhầm không?',
    'su co lon roi',
    'sự cố',
    'nhằm mục đích gì',
    '',
  ])('not "%s"', (text) => {
    expect(falseAlarmWord(text)).toBe(false);
  });
});
