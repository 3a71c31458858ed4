import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { quietMonth } from '#test/kit/december-texts.ts';
import { lastMonthOf } from '#test/kit/last-month.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

const say = textIn('vi');
const title = 'Báo cáo tháng 12/2026';

let story: Story;

beforeEach(async () => {
  story = await aProvince();
  await lastMonthOf(story, 'STC');
  await story.at('2026-12-07T09:00:00+07:00');
  await story.an.receives('quý IV/2026');
});

describe('figures that were confirmed although they looked wrong', () => {
  test('are told to the coordinator with what they were, once for the three reports that hold them', async () => {
    await story.an.taps(say('button-fill'));
    await story.an.types('60');
    await story.an.receives(say('confirm-unlike-last', { last: '6', answer: '60' }));
    await typesAll(story.an, ['đúng', '60', 'đúng', '60 0 0 0 0', '60', 'đúng']);
    await typesAll(story.an, ['0 0 0', '0 0 0', 'không', 'không', 'có', 'bỏ qua']);
    await typesAll(story.an, ['5/12', 'có', 'có', 'bỏ qua', 'có', 'không', 'bỏ qua', 'gửi']);
    await story.an.receives('Đã nhận 3 báo cáo');
    const told = await story.chi.receives('Có số liệu khác thường, người gửi đã xác nhận:');
    expect(told.text).toContain(
      'Sở Tài chính gửi Báo cáo tháng 12/2026, quý IV/2026, năm 2026. Có số liệu khác thường',
    );
    expect(told.text.split('\n').slice(1)).toEqual([
      '• Hệ thống đang quản lý: 60 (kỳ trước 6, đã xác nhận)',
      '• Đã phê duyệt cấp độ: 60 (kỳ trước 5, đã xác nhận)',
      '• Đã triển khai đủ phương án: 60 (kỳ trước 4, đã xác nhận)',
    ]);
    expect(told.buttons).toEqual([say('button-seen'), say('button-ask-again')]);
    await story.chi.receivesNothing();
  });

  test('a report as usual is no news', async () => {
    await typesAll(story.an, ['/baocao tháng 12', '6', '5', '3 2 0 0 0', '4', ...quietMonth.slice(1), 'gửi']);
    await story.an.receives('Đã nhận 1 báo cáo');
    await story.chi.receivesNothing();
  });
});

describe('the coordinator looks at what has come in', () => {
  beforeEach(async () => {
    await typesAll(story.an, [
      '/baocao tháng 12',
      '60',
      'đúng',
      '5',
      '3 2 0 0 0',
      '4',
      ...quietMonth.slice(1),
      'gửi',
    ]);
    await story.an.receives('Đã nhận 1 báo cáo');
    await story.chi.receives('khác thường');
  });

  test('from the list of what is missing to the report, with what is to be known of its figures', async () => {
    await story.chi.types('ai chưa báo cáo tháng 12');
    const missing = await story.chi.receives('Chưa gửi');
    expect(missing.buttons).toContain(say('button-received'));
    await story.chi.taps(say('button-received'));
    const list = await story.chi.receives(say('received-which'));
    expect(list.buttons).toEqual(['Sở Tài chính: tháng 12/2026']);
    await story.chi.taps('Sở Tài chính: tháng 12/2026');
    const seen = await story.chi.receives(`Sở Tài chính – ${title}`);
    expect(seen.text).toContain('Đã nhận lúc 09:00 ngày 7/12/2026, đúng hạn.');
    expect(seen.text).toContain('• Hệ thống đang quản lý: 60 (kỳ trước 6, đã xác nhận)');
    expect(seen.text).toContain('• Đã phê duyệt cấp độ: 5');
    expect(seen.buttons).toEqual([say('button-ask-again'), say('button-accept')]);
  });

  test('by typing the unit, its code or its name, with a period or without', async () => {
    for (const typed of ['xem bc stc thang 12', 'xem báo cáo Sở Tài chính tháng 12']) {
      await story.chi.types(typed);
      await story.chi.receives(`Sở Tài chính – ${title}`);
    }
    await story.chi.types('xem báo cáo của sở tài chính');
    const { buttons } = await story.chi.receives(say('received-which'));
    expect(buttons).toEqual(['Sở Tài chính: tháng 12/2026', 'Sở Tài chính: tháng 11/2026']);
    await story.chi.types('xem báo cáo SYT tháng 12');
    await story.chi.receives(say('received-none'));
  });

  test('versions, reasons and differences stand under the figures', async () => {
    await story.an.taps(say('button-correct'));
    await story.an.types('nhập nhầm');
    await story.an.taps(say('button-edit-answer'));
    await story.an.taps('Hệ thống đang quản lý: 60');
    await typesAll(story.an, ['6', 'gửi']);
    await story.an.receives('(bản 2)');
    await story.chi.types('xem báo cáo STC tháng 12');
    const seen = await story.chi.receives('Bản 2: 09:00 ngày 7/12/2026, Nguyễn Văn An');
    expect(seen.text).toContain('Lý do: nhập nhầm\n• Hệ thống đang quản lý: 60 → 6');
    expect(seen.text).toContain('Bản 1: 09:00 ngày 7/12/2026, Nguyễn Văn An');
  });

  test('whoever reports for a unit sees their own, and can correct it from there', async () => {
    await story.an.types('xem lại báo cáo tháng 12');
    const seen = await story.an.receives(`Sở Tài chính – ${title}`);
    expect(seen.buttons).toEqual([say('button-correct')]);
  });

  test('a paper has no figures, and says what it was', async () => {
    await story.dung.types('gửi qua trục rồi, số 9/BC-SYT ngày 4/12 báo cáo tháng 12');
    await story.dung.taps(say('button-record'));
    await story.chi.types('xem báo cáo SYT tháng 12');
    const seen = await story.chi.receives('Sở Y tế – Báo cáo tháng 12/2026');
    expect(seen.text).toContain('số 9/BC-SYT ngày 4/12/2026');
    expect(seen.buttons).toEqual([]);
    await story.dung.types('sửa báo cáo tháng 12');
    await story.dung.receives(say('correction-filed', { number: '9/BC-SYT' }));
  });
});
