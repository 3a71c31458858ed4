import { describe, expect, it } from 'vitest';
import { asksForDrill, asksForIncidents, asksWhoHandles, numberAskedFor } from '#domain/incident/asks.ts';
import { recogniseIncident } from '#domain/incident/recognise.ts';

describe('who asks about incidents', () => {
  it.each([
    'sự cố nào đang mở?',
    'su co nao dang mo',
    'danh sách sự cố',
    'ds sc',
    'cho anh xem các sự cố đang mở',
    'tình hình sự cố tuần này',
    'báo cáo sự cố tháng này thế nào',
    'báo cáo sự cố quý 4',
    'thống kê sự cố',
    'có bao nhiêu sự cố',
    'tháng này có mấy sự cố?',
    'có sự cố gì không?',
    'có sự cố nào không ạ',
    'co su co gi ko',
    'còn sự cố nào chưa đóng không',
    'sự cố hôm qua xử lý đến đâu rồi',
    'SC-2026-0007 đến đâu rồi',
    'sc-2026-0007',
    'sự cố đang mở',
  ])('"%s"', (text) => {
    expect(asksForIncidents(text)).toBe(true);
    expect(asksForIncidents(text.normalize('NFD'))).toBe(true);
    expect(recogniseIncident(text).kind).toBe('none');
  });

  it.each([
    'sự cố',
    'báo sự cố',
    'báo cáo sự cố',
    'có sự cố',
    'báo sự cố thế nào',
    'sự cố chưa xử lý được',
    'xem giúp em sự cố này với',
    'máy chủ có sự cố không vào được',
    'may su co roi',
    'không có sự cố nào',
    'danh sách sự cố: web bị hack',
    'ai chưa báo cáo?',
    'SC-2026-0007: máy chủ vẫn đang bị mã hóa, anh em xuống ngay',
  ])('not "%s"', (text) => {
    expect(asksForIncidents(text)).toBe(false);
  });
});

describe('who begins a drill', () => {
  it.each([
    'diễn tập',
    'dien tap',
    'bắt đầu diễn tập',
    'em muốn mở diễn tập',
    'diễn tập sự cố',
    'báo sự cố diễn tập',
    'DIỄN TẬP: web bị hack',
    'Diễn tập máy chủ bị mã hóa',
    'web bị hack (diễn tập)',
  ])('"%s"', (text) => {
    expect(asksForDrill(text)).toBe(true);
    expect(recogniseIncident(text).kind).toBe('none');
  });

  it.each([
    'web bị hack, không phải diễn tập',
    'đang diễn tập thì web bị hack thật',
    'hôm qua diễn tập xong, giờ web bị hack',
    'kế hoạch diễn tập năm 2027',
    'báo cáo diễn tập',
    'đã diễn tập 2 lần',
    'bao giờ diễn tập',
    'web bị hack',
  ])('not "%s"', (text) => {
    expect(asksForDrill(text)).toBe(false);
  });

  it('what happens in earnest during one is an incident', () => {
    expect(recogniseIncident('web bị hack, không phải diễn tập').kind).toBe('incident');
    expect(recogniseIncident('hôm qua diễn tập xong, giờ web bị hack').kind).toBe('incident');
  });
});

describe('who handles it', () => {
  it.each(['có ai xử lý chưa', 'co ai nhan chua', 'ai đang lo vụ này vậy em', 'đã có ai phụ trách chưa ạ?'])(
    '"%s"',
    (text) => expect(asksWhoHandles(text)).toBe(true),
  );

  it.each([
    'tôi nhận',
    'đã nhận',
    'nhận được thư của ai đó đòi tiền chuộc và xử lý mãi không được',
    'tài khoản bị ai đăng nhập',
    'hai máy xử lý chậm',
  ])('not "%s"', (text) => expect(asksWhoHandles(text)).toBe(false));
});

describe('an incident by its number', () => {
  it('is found in a question, and alone', () => {
    expect(numberAskedFor('sc-2026-0007 đến đâu rồi?')).toBe('SC-2026-0007');
    expect(numberAskedFor(' DT-2026-0001 ', { exactly: true })).toBe('DT-2026-0001');
    expect(numberAskedFor('SC-2026-0007 lại bị', { exactly: true })).toBeUndefined();
    expect(numberAskedFor('văn bản 214/BC-SYT')).toBeUndefined();
  });
});
