import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { quietDecember, quietMonth } from '#test/kit/december-texts.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { remindersSent } from '#test/kit/reminders-sent.ts';
import { auditRows, reportRow, submissionsOf } from '#test/kit/report-rows.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';

const say = textIn('vi');
const monthly = 'monthly 2026-M12';
const title = 'Báo cáo tháng 12/2026';
const remark = 'Số sự cố chưa khớp với công văn của đơn vị';

let story: Story;

/** On Monday 14/12, the last day, An has sent the month's report of Sở Tài chính, and Chi looks at it on Wednesday. */
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-14T15:00:00+07:00');
  await typesAll(story.an, ['/baocao tháng 12', ...quietMonth, 'gửi']);
  await story.an.receives('Đã nhận 1 báo cáo');
  story.clock.set('2026-12-16T10:00:00+07:00');
  await story.chi.types('xem báo cáo STC tháng 12');
});

/** Chi asks for the number of incidents again, in time: by Monday 21/12. */
async function returned(): Promise<void> {
  await story.chi.taps(say('button-ask-again'));
  const list = await story.chi.receives(say('ask-again-which', { titles: title }));
  expect(list.buttons).toEqual([
    ...['Hệ thống đang quản lý', 'Số sự cố', 'Lỗ hổng nghiêm trọng', 'Săn lùng mối nguy hại'],
    ...['Sao lưu định kỳ', 'Khó khăn, đề xuất', say('button-whole-report')],
  ]);
  await story.chi.taps('Số sự cố');
  await story.chi.receives(say('ask-again-remark', { titles: title, question: 'Số sự cố' }));
  await story.chi.types(remark);
  await story.chi.receives(
    'Đã đề nghị Sở Tài chính bổ sung Báo cáo tháng 12/2026, chậm nhất hết thứ Hai 21/12.',
  );
}

describe('the coordinator asks for a report again', () => {
  test('the unit hears what is wanted and by when; the report is owed again, and was in time', async () => {
    await returned();
    const told = await story.an.receives(
      'Sở Khoa học và Công nghệ đề nghị Sở Tài chính bổ sung Báo cáo tháng 12/2026:',
    );
    expect(told.text).toContain(`“${remark}”`);
    expect(told.text).toContain('chậm nhất hết thứ Hai 21/12');
    expect(told.buttons).toEqual([say('button-supplement')]);
    expect(await reportRow(story, 'STC', monthly)).toMatchObject({
      ...{ state: 'returned', onTime: true, receivedAt: '2026-12-14T15:00:00+07:00' },
    });
    expect(await auditRows(story, 'returned')).toMatchObject([{ actorId: story.chi.id }]);

    await story.an.types('/baocao');
    const owed = await story.an.receives('(đề nghị bổ sung)');
    expect(owed.text).toContain('21/12');
    await story.chi.types('ai chưa báo cáo tháng 12');
    await story.chi.receives('(đề nghị bổ sung)');
  });

  test('“Bổ sung ngay” opens at the question under the remark; what is sent is a version more, and whoever asked hears', async () => {
    await returned();
    await story.an.taps(say('button-supplement'));
    const asked = await story.an.receives(`Sở Khoa học và Công nghệ đề nghị: “${remark}”`);
    expect(asked.text).toContain('bao nhiêu sự cố an toàn thông tin mạng?');
    expect(asked.text).toContain(say('question-current', { answer: '0' }));
    await typesAll(story.an, ['2', '0 0 2 0 0 0 0 0 0 0', 'gửi']);
    const receipt = await story.an.receives('(bản 2)');
    expect(receipt.text).toContain(say('receipt-on-time'));
    expect(await reportRow(story, 'STC', monthly)).toMatchObject({
      ...{ state: 'submitted', onTime: true, receivedAt: '2026-12-14T15:00:00+07:00' },
    });
    expect((await submissionsOf(story, 'STC')).map(({ version, onTime }) => [version, onTime])).toEqual([
      [1, true],
      [2, true],
    ]);
    const told = await story.chi.receives(
      'Sở Tài chính đã bổ sung theo đề nghị: Báo cáo tháng 12/2026 (bản 2).',
    );
    expect(told.text).toContain('• Số sự cố: 0 → 2');
    await story.an.taps(say('button-supplement'));
    await story.an.receives(say('fill-already-sent'));
  });

  test('only whoever asked hears, not every coordinator', async () => {
    const lan = await story.joins('Vũ Thị Lan', ['coordinator', 'SKHCN']);
    await returned();
    await story.an.taps(say('button-supplement'));
    await typesAll(story.an, ['0', 'gửi']);
    const told = await story.chi.receives('đã bổ sung theo đề nghị');
    expect(told.text).toContain(say('news-same-figures'));
    await lan.receivesNothing();
  });

  test('reminders begin anew from the new last day, and stop when it is in', async () => {
    const before = await remindersSent(story, story.an.name);
    await returned();
    await story.until('2026-12-17T09:00:00+07:00');
    const reminder = await story.an.receives('• Báo cáo tháng 12/2026 (đề nghị bổ sung)');
    expect(reminder.text).toContain('21/12');
    await story.until('2026-12-23T09:00:00+07:00');
    const since = (await remindersSent(story, story.an.name)).slice(before.length);
    expect(since.map((line) => line.replace(' Nguyễn Văn An (reporter)', ''))).toEqual([
      // The quarter and the year are still owed, and go by their own day.
      '12-16 14:30: overdue-1 2',
      ...[
        '12-17 08:30: base-2 1, overdue-3 2',
        '12-21 08:30: base 1, overdue-5 2',
        '12-21 14:30: base-afternoon 1',
      ],
      '12-22 08:30: overdue-1 1',
    ]);
    await story.an.taps(say('button-supplement'));
    await typesAll(story.an, ['1', '1 0 0 0 0 0 0 0 0 0', 'gửi']);
    await story.until('2026-12-30T09:00:00+07:00');
    expect((await remindersSent(story, story.an.name)).slice(before.length)).toHaveLength(5);
  });

  test('asked for again twice: all the steps come each time', async () => {
    await returned();
    await story.an.taps(say('button-supplement'));
    await typesAll(story.an, ['0', 'gửi']);
    await story.chi.receives('đã bổ sung');
    await story.chi.taps(say('button-ask-again'));
    await story.chi.taps(say('button-whole-report'));
    await story.chi.types('Thiếu phần khó khăn');
    await story.an.receives('“Thiếu phần khó khăn”');
    const rows = await story.store.db.selectFrom('reportReturns').select('answeredAt').execute();
    expect(rows.filter(({ answeredAt }) => answeredAt === null)).toHaveLength(1);
    await story.until('2026-12-17T09:00:00+07:00');
    await story.an.receives('(đề nghị bổ sung)');
  });

  test('a paper answers it too: nothing more is asked, and what was judged of the first stays', async () => {
    await returned();
    story.clock.set('2026-12-17T10:00:00+07:00');
    await story.an.types('gửi qua trục rồi, số 215/BC-STC ngày 17/12 báo cáo tháng 12');
    await story.an.taps(say('button-record'));
    await story.an.receives('215/BC-STC');
    expect(await reportRow(story, 'STC', monthly)).toMatchObject({ state: 'filed', onTime: true });
    await story.chi.types('xem báo cáo STC tháng 12');
    const seen = await story.chi.receives('số 215/BC-STC ngày 17/12/2026');
    expect(seen.text).not.toContain('Đang đề nghị bổ sung');
    expect(await story.store.db.selectFrom('reportReturns').select('answeredAt').execute()).toEqual([
      { answeredAt: new Date('2026-12-17T10:00:00+07:00') },
    ]);
  });

  test('on phones without buttons', async () => {
    const chi = withoutButtons(story, story.chi);
    const an = withoutButtons(story, story.an);
    await chi.receives('Sở Tài chính – Báo cáo tháng 12/2026');
    await chi.types('1');
    await chi.receives(say('ask-again-which', { titles: title }));
    await chi.types('6');
    await chi.types('ghi rõ đề xuất');
    await chi.receives('Đã đề nghị Sở Tài chính bổ sung');
    await an.types('1');
    await an.receives('“ghi rõ đề xuất”');
    await an.types('Đề nghị tập huấn');
    await an.types('gửi');
    await an.receives('(bản 2)');
    await chi.receives('(không có) → Đề nghị tập huấn');
  });
});

describe('who may, and what comes in between', () => {
  test('a head and a reporter see the report of their unit, and ask for nothing', async () => {
    const ask = await dataOf(story, story.chi, say('button-ask-again'));
    for (const officer of [story.binh, story.an]) {
      await tapsData(story, officer, ask);
      await officer.receives(say('filing-not-yours'));
    }
    await story.binh.types('xem báo cáo STC tháng 12');
    const seen = await story.binh.receives('Sở Tài chính – Báo cáo tháng 12/2026');
    expect(seen.buttons).toEqual([]);
    await story.dung.types('xem báo cáo STC tháng 12');
    await story.dung.receives(say('view-refused'));
  });

  test('a second coordinator comes too late', async () => {
    const ask = await dataOf(story, story.chi, say('button-ask-again'));
    const lan = await story.joins('Vũ Thị Lan', ['coordinator', 'SKHCN']);
    await returned();
    await tapsData(story, lan, ask);
    await lan.receives(say('ask-again-too-late'));
  });

  test('a correction that has been begun goes on with what was changed', async () => {
    await story.an.taps(say('button-correct'));
    await story.an.types('nhập nhầm');
    await story.an.taps(say('button-edit-answer'));
    await story.an.taps('Hệ thống đang quản lý: 0');
    await typesAll(story.an, ['3', '3', '3 0 0 0 0', '3']);
    await returned();
    await story.an.types('gửi');
    await story.an.receives('(bản 2)');
    expect((await submissionsOf(story, 'STC')).at(-1)?.answers).toMatchObject({ 'systems-managed': 3 });
    await story.chi.receives('đã bổ sung theo đề nghị');
  });

  test('accepted: closed for the unit, until it is reopened', async () => {
    await story.chi.taps(say('button-accept'));
    await story.chi.receives(say('accepted', { title, unit: 'Sở Tài chính' }));
    expect((await reportRow(story, 'STC', monthly)).state).toBe('accepted');
    await story.chi.taps(say('button-accept'));
    await story.chi.receives(say('accept-not-now'));
    await story.an.taps(say('button-correct'));
    await story.an.receives(say('figures-accepted', { titles: title }));
    await story.chi.types('xem báo cáo STC tháng 12');
    await story.chi.receives('Đã chấp nhận');
    await story.chi.taps(say('button-reopen'));
    await story.chi.receives('Đã mở lại Báo cáo tháng 12/2026 của Sở Tài chính');
    await story.an.types('sửa báo cáo tháng 12');
    await story.an.receives(say('correction-why', { titles: title }));
  });
});

describe('three reports that were sent together', () => {
  test('a shared figure brings all three back, one of the month only that of the month', async () => {
    await story.dung.types('/baocao');
    await story.dung.taps(say('button-fill'));
    await typesAll(story.dung, [...quietDecember, 'gửi']);
    await story.dung.receives('Đã nhận 3 báo cáo');
    const sent = (await submissionsOf(story, 'SYT'))[0];
    await tapsData(story, story.chi, `sent:ask:${sent?.id}:all`);
    await story.chi.receives('anh/chị đề nghị bổ sung câu nào?');
    await story.chi.taps('Hệ thống đang quản lý');
    await story.chi.types('Còn thiếu hệ thống hồ sơ sức khỏe');
    await story.dung.receives('bổ sung Báo cáo tháng 12/2026, quý IV/2026, năm 2026');
    await story.dung.taps(say('button-supplement'));
    await story.dung.receives('Còn thiếu hệ thống hồ sơ sức khỏe');
    await typesAll(story.dung, ['1', '1', '1 0 0 0 0', '1', 'gửi']);
    await story.dung.receives('Đã nhận 3 báo cáo');
    expect((await submissionsOf(story, 'SYT')).map(({ version }) => version).sort()).toEqual([
      1, 1, 1, 2, 2, 2,
    ]);
    const told = await story.chi.receives('đã bổ sung theo đề nghị');
    expect(told.text.match(/Hệ thống đang quản lý: 0 → 1/g)).toHaveLength(1);
  });
});
