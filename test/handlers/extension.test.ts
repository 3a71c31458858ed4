import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { quietMonth } from '#test/kit/december-texts.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { tapsData } from '#test/kit/raw-updates.ts';
import { auditRows, reportRow, submissionsOf } from '#test/kit/report-rows.ts';
import { remindersSent } from '#test/kit/reminders-sent.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';

const say = textIn('vi');
const monthly = 'monthly 2026-M12';
const due = 'trước ngày 15/12/2026 (hạn cuối: hết thứ Hai 14/12)';

let story: Story;

/** Monday 7/12, after the first reminder. */
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
  story.clock.set('2026-12-07T09:00:00+07:00');
});

async function asksUntil18(): Promise<void> {
  await typesAll(story.an, ['xin gia hạn báo cáo tháng 12 đến 18/12', 'Đang chuyển trụ sở, máy chủ tắt']);
}

describe('more time', () => {
  test('is asked with the day and the reason, and changes nothing until it is agreed', async () => {
    await story.an.types('xin gia hạn báo cáo tháng 12 đến 18/12');
    await story.an.receives('Xin gia hạn đến hết thứ Sáu 18/12/2026: Báo cáo tháng 12/2026');
    await story.an.types('Đang chuyển trụ sở, máy chủ tắt');
    await story.an.receives(`Khi chưa có trả lời, hạn vẫn là ${due}`);
    const asked = await story.chi.receives('Sở Tài chính xin gia hạn: Báo cáo tháng 12/2026.');
    expect(asked.text).toContain('Lý do: Đang chuyển trụ sở, máy chủ tắt');
    expect(asked.buttons).toEqual(['Đồng ý đến 18/12', 'Không']);
    await story.until('2026-12-10T09:00:00+07:00');
    expect((await remindersSent(story, story.an.name)).at(-1)).toBe(
      '12-10 08:30 Nguyễn Văn An (reporter): base-2 3',
    );
  });

  test('agreed: reminders go by the new day, and say the original one', async () => {
    await asksUntil18();
    await story.chi.taps('Đồng ý đến 18/12');
    await story.chi.receives(
      'Đã gia hạn cho Sở Tài chính đến hết thứ Sáu 18/12/2026: Báo cáo tháng 12/2026.',
    );
    const told = await story.an.receives('Đơn vị đầu mối đồng ý gia hạn đến hết thứ Sáu 18/12/2026');
    expect(told.text).toContain(`Hạn gốc theo văn bản vẫn là ${due}`);
    await story.an.types('/baocao');
    await story.an.receives(`(được gia hạn; hạn gốc ${due})`);
    await story.until('2026-12-18T15:00:00+07:00');
    expect(await remindersSent(story, story.an.name)).toEqual([
      '12-07 08:30 Nguyễn Văn An (reporter): base-5 3',
      '12-10 08:30 Nguyễn Văn An (reporter): base-2 2',
      '12-11 08:30 Nguyễn Văn An (reporter): base-5 1',
      '12-14 08:30 Nguyễn Văn An (reporter): base 2',
      '12-14 14:30 Nguyễn Văn An (reporter): base-afternoon 2',
      '12-15 08:30 Nguyễn Văn An (reporter): overdue-1 2',
      '12-16 08:30 Nguyễn Văn An (reporter): base-2 1',
      '12-17 08:30 Nguyễn Văn An (reporter): overdue-3 2',
      '12-18 08:30 Nguyễn Văn An (reporter): base 1',
      '12-18 14:30 Nguyễn Văn An (reporter): base-afternoon 1',
    ]);
    await story.an.receives(`Đây là ngày được gia hạn. Hạn gốc: ${due}.`);
  });

  test('what comes by the new day is late by the document, and both are said', async () => {
    await asksUntil18();
    await story.chi.taps('Đồng ý đến 18/12');
    story.clock.set('2026-12-16T09:00:00+07:00');
    await typesAll(story.an, ['/baocao tháng 12', ...quietMonth]);
    await story.an.taps(say('button-send', { count: 1 }));
    await story.an.receives(say('receipt-extended'));
    expect(await submissionsOf(story, 'STC')).toMatchObject([{ onTime: false }]);
    expect(await auditRows(story, 'extension-agreed')).toMatchObject([{ actorId: story.chi.id }]);
  });

  test('refused: told, and everything stays', async () => {
    await asksUntil18();
    await story.chi.taps(say('button-extension-no'));
    await story.an.receives(
      `Đơn vị đầu mối không gia hạn đến thứ Sáu 18/12/2026: Báo cáo tháng 12/2026.\nHạn vẫn là ${due}.`,
    );
    await story.chi.taps('Đồng ý đến 18/12');
    await story.chi.receives(say('extension-settled-before'));
  });

  test('the day is asked for, until it is one that makes sense', async () => {
    await story.an.types('xin gia hạn');
    const titles = 'Báo cáo tháng 12/2026, quý IV/2026, năm 2026';
    await story.an.receives(say('extension-until-when', { titles, due }));
    await story.an.types('thứ 6');
    await story.an.receives(say('extension-not-later', { day: 'thứ Sáu 11/12/2026', due }));
    await story.an.types('31/12/2027');
    await story.an.receives(say('extension-too-late', { day: 'thứ Năm 14/1/2027' }));
    await story.an.types('thứ 6 tuần sau');
    await story.an.receives('Xin gia hạn đến hết thứ Sáu 18/12/2026');
    await story.an.types('hủy');
    await story.an.receives(say('aside-cancelled'));
    expect(await story.store.db.selectFrom('extensionRequests').selectAll().execute()).toEqual([]);
  });

  test('in the middle of a report it is asked aside, and the report goes on', async () => {
    await typesAll(story.an, ['/baocao tháng 12', '6']);
    await story.an.types('/giahan tháng 12 đến 18/12');
    await story.an.types('Máy chủ tắt');
    await story.an.receives('Đã chuyển đề nghị đến đơn vị đầu mối');
    await story.an.receives(say('question-number', { number: 2, total: 7 }));
  });

  test('only a coordinator gives it', async () => {
    await asksUntil18();
    const { id } = await story.store.db
      .selectFrom('extensionRequests')
      .select('id')
      .executeTakeFirstOrThrow();
    await tapsData(story, story.an, `extension-yes:${id}`);
    await story.an.receives(say('filing-not-yours'));
    await tapsData(story, story.dung, `extension-yes:${id}`);
    await story.dung.receives(say('filing-not-yours'));
    expect((await reportRow(story, 'STC', monthly)).state).toBe('open');
  });

  test('of a unit with reports of several days it is asked which; without buttons by number', async () => {
    await story.at('2026-12-20T08:30:00+07:00');
    const an = withoutButtons(story, story.an);
    await an.types('xin gia hạn đến 20/1');
    const asked = await an.receives(say('extension-which'));
    expect(asked.buttons[0]).toBe('Sở Tài chính: Báo cáo tháng 12/2026, quý IV/2026, năm 2026 (hạn 14/12)');
    await an.types('1');
    await an.receives(say('extension-too-late', { day: 'thứ Năm 14/1/2027' }));
  });
});

describe('is it still in time?', () => {
  test.each([
    { typed: 'Ngày 15 nộp vẫn kịp nhỉ?', said: 'Nộp thứ Ba 15/12/2026 là quá hạn 1 ngày.' },
    { typed: 'mai nộp được không', said: 'Nộp thứ Ba 8/12/2026 vẫn kịp.' },
    { typed: 'nộp ngày 20 có sao không', said: 'Nộp Chủ nhật 20/12/2026 là quá hạn 6 ngày.' },
    { typed: 'thứ 2 nộp bc kịp ko', said: 'Nộp thứ Hai 14/12/2026 vẫn kịp.' },
  ])('“$typed”', async ({ typed, said }) => {
    await story.an.types(typed);
    const answer = await story.an.receives(said);
    expect(answer.text).toContain(`Báo cáo tháng 12/2026, quý IV/2026, năm 2026: hạn ${due}.`);
  });

  test('in the middle of a report: answered, and the question asked again', async () => {
    await typesAll(story.an, ['/baocao tháng 12', '6']);
    await story.an.types('ngày 15 nộp vẫn kịp nhỉ?');
    await story.an.receives('là quá hạn 1 ngày');
    await story.an.receives(say('question-number', { number: 2, total: 7 }));
  });
});
