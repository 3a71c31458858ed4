import { expect, test } from 'vitest';
import { aProvince } from '#test/kit/province.ts';

test('“ai chưa báo cáo?” shows each deadline of the next two weeks, not the very next alone', async () => {
  const story = await aProvince({ begins: '2026-12-06T09:00:00+07:00' });
  await story.founds({ code: 'CTTDT', name: 'Cổng Thông tin điện tử tỉnh', kind: 'portal-unit' });
  await story.at('2026-12-07T08:30:00+07:00');
  await story.chi.types('ai chưa báo cáo?');
  const { text } = await story.chi.receives('Chưa báo cáo, tính đến 08:30');
  // The portal's draft is due on 7/12, the agencies' reports on 14/12, the province's on 19/12; those of 24/12 come later.
  expect(text.split('\n').slice(1)).toEqual([
    '',
    'Hạn: trước ngày 8/12/2026 (hạn cuối: hết thứ Hai 7/12). Chưa gửi 1 trên 1 báo cáo:',
    '• Cổng Thông tin điện tử tỉnh (chưa có cán bộ báo cáo): Dự thảo báo cáo năm 2026',
    '',
    expect.stringMatching(/^Hạn: trước ngày 15\/12\/2026 .*Chưa gửi 6 trên 6 báo cáo/),
    '• Sở Tài chính',
    '• Sở Y tế',
    '',
    'Hạn: trước ngày 20/12/2026 (hạn cuối: hết thứ Bảy 19/12). Chưa gửi 1 trên 1 báo cáo:',
    expect.stringMatching(/^• Sở Khoa học và Công nghệ: /),
  ]);
});

test('where nothing is due for two weeks, the next deadline is shown all the same', async () => {
  const story = await aProvince({ begins: '2026-12-16T09:00:00+07:00' });
  await story.at('2026-12-16T09:00:00+07:00');
  await story.binh.types('ai chưa báo cáo?');
  const { text } = await story.binh.receives('Chưa báo cáo, tính đến');
  expect(text).toContain('Hạn: trước ngày 15/1/2027 (hạn cuối: hết thứ Năm 14/1). Chưa gửi 1 trên 1 báo cáo');
});
