import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import type { HeadsWord } from '#domain/heads-word.ts';
import { setHeadsWord } from '#storage/queries/head-requests.ts';
import { findUnitByCode } from '#storage/queries/units.ts';
import { inTransaction } from '#storage/transaction.ts';
import { typesAll } from '#test/kit/answering.ts';
import { quietMonth } from '#test/kit/december-texts.ts';
import { leaves } from '#test/kit/end-position.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { tapsData } from '#test/kit/raw-updates.ts';
import { auditRows, reportRow, submissionsOf } from '#test/kit/report-rows.ts';
import { remindersSent } from '#test/kit/reminders-sent.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';

const say = textIn('vi');
const monthly = 'monthly 2026-M12';
const titles = 'Báo cáo tháng 12/2026';
const unit = 'Sở Tài chính';
const send = say('button-send', { count: 1 });

let story: Story;

async function wants(headsWord: HeadsWord): Promise<void> {
  const found = await findUnitByCode(story.store.db, 'STC');
  await inTransaction(story.store, (tx) => setHeadsWord(tx, found?.id ?? '', headsWord));
}

async function fillsIn(): Promise<void> {
  await typesAll(story.an, ['/baocao tháng 12', ...quietMonth]);
  await story.an.taps(send);
}

/** Monday 7/12: An and Bình of Sở Tài chính have had the first reminder. */
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
  story.clock.set('2026-12-07T09:00:00+07:00');
});

describe('a unit whose head only wants to know', () => {
  test('the report counts at once, and the head has a short copy', async () => {
    await wants('told');
    await fillsIn();
    await story.an.receives(say('receipt-on-time'));
    const told = await story.binh.receives(titles);
    expect(told.text).toBe(
      'Để lãnh đạo biết: Nguyễn Văn An đã gửi Báo cáo tháng 12/2026 của Sở Tài chính lúc 09:00 thứ Hai 7/12/2026 (đúng hạn).',
    );
    expect((await reportRow(story, 'STC', monthly)).state).toBe('submitted');
  });
});

describe('a unit whose head has to agree', () => {
  beforeEach(async () => {
    await wants('agree');
    await fillsIn();
  });

  test('it waits, does not count as sent, and says so', async () => {
    const waiting = await story.an.receives('Chờ lãnh đạo duyệt (chưa tính là đã gửi)');
    expect(waiting.text).toContain(story.binh.name);
    expect(waiting.buttons).toEqual([say('button-head-recall')]);
    expect(await reportRow(story, 'STC', monthly)).toMatchObject({ state: 'draft', receivedAt: null });
    expect(await submissionsOf(story, 'STC')).toEqual([]);

    const asked = await story.binh.receives(say('head-asked', { unit, name: story.an.name }));
    expect(asked.text).toContain('Hệ thống đang quản lý: 0');
    expect(asked.buttons).toEqual([say('button-head-agree'), say('button-head-return')]);

    await story.an.types('/baocao');
    await story.an.receives('(chờ lãnh đạo duyệt, chưa tính là đã gửi)');
    await story.an.types('/baocao tháng 12');
    await story.an.receives(say('head-waits', { titles, names: story.binh.name }));
  });

  test('it is received when the head taps, on time or not by that moment', async () => {
    story.clock.set('2026-12-15T09:00:00+07:00');
    await story.binh.taps(say('button-head-agree'));
    await story.binh.receives(say('head-agreed', { titles, unit }));
    await story.an.receives(say('receipt-late'));
    expect(await submissionsOf(story, 'STC')).toMatchObject([
      { officer: story.an.name, receivedAt: '2026-12-15T09:00:00+07:00', onTime: false },
    ]);
    expect(await auditRows(story, 'head-agreed')).toMatchObject([{ actorId: story.binh.id }]);

    await story.binh.taps(say('button-head-agree'));
    await story.binh.receives(say('head-settled-agreed'));
    expect(await submissionsOf(story, 'STC')).toHaveLength(1);
  });

  test('the head returns it with a remark; the answers are kept and it can be handed in again', async () => {
    await story.binh.taps(say('button-head-return'));
    await story.binh.receives(say('head-return-ask'));
    await story.binh.types('Số hệ thống là 2, đề nghị sửa');
    await story.binh.receives(say('head-returned', { name: story.an.name, titles }));
    const returned = await story.an.receives('Số hệ thống là 2, đề nghị sửa');
    expect(returned.buttons).toEqual([say('button-fill')]);

    await story.an.taps(say('button-fill'));
    await story.an.receives(say('fill-carried-on'));
    // What was passed over is asked again.
    await story.an.types('bỏ qua');
    await story.an.taps(send);
    await story.an.receives('Chờ lãnh đạo duyệt (chưa tính là đã gửi)');
  });

  test('the officer takes it back; the head has nothing to agree to any more', async () => {
    await story.an.taps(say('button-head-recall'));
    await story.an.receives(say('head-recalled', { titles }));
    await story.binh.receives(say('head-recalled-told', { name: story.an.name, titles }));
    await story.binh.taps(say('button-head-agree'));
    await story.binh.receives(say('head-settled-recalled'));
    expect(await submissionsOf(story, 'STC')).toEqual([]);
  });

  test('reminders go to the head, say what waits, and stop with the consent', async () => {
    await story.until('2026-12-14T08:31:00+07:00');
    expect(await remindersSent(story, story.an.name, story.binh.name)).toEqual([
      '12-07 08:30 Nguyễn Văn An (reporter): base-5 3',
      '12-10 08:30 Nguyễn Văn An (reporter): base-2 2',
      '12-10 08:30 Trần Thị Bình (head): base-2 3',
      '12-14 08:30 Nguyễn Văn An (reporter): base 2',
      '12-14 08:30 Trần Thị Bình (head): base 1',
    ]);
    const reminded = await story.binh.receives(say('head-reminder-title', { titles }));
    expect(reminded.text).toContain(say('reminder-reporters', { names: story.an.name }));
    expect(reminded.buttons).toEqual([
      ...[say('button-head-agree'), say('button-head-return'), say('button-head-show')],
    ]);
    await story.binh.taps(say('button-head-show'));
    await story.binh.receives('Hệ thống đang quản lý: 0');
    await story.binh.taps(say('button-head-agree'));
    await story.until('2026-12-14T15:00:00+07:00');
    expect((await remindersSent(story, story.binh.name)).at(-1)).toContain('12-14 08:30');
  });

  test('an outsider can neither agree nor look', async () => {
    const asked = await story.store.db.selectFrom('headRequests').select('id').executeTakeFirstOrThrow();
    for (const action of ['head-agree', 'head-return', 'head-show', 'head-recall', 'head-in-person']) {
      await tapsData(story, story.dung, `${action}:${asked.id}`);
      await story.dung.receives(say('old-button'));
    }
    expect(await submissionsOf(story, 'STC')).toEqual([]);
  });
});

describe('no head can be reached', () => {
  test('that is said, and the consent given in person is recorded as the officer’s word', async () => {
    await wants('agree');
    await leaves(story, story.binh, 'head', 'STC');
    await fillsIn();
    const waiting = await story.an.receives(say('head-none'));
    expect(waiting.buttons).toEqual([say('button-head-in-person'), say('button-head-recall')]);
    await story.an.taps(say('button-head-in-person'));
    await story.an.receives('Đã ghi: lãnh đạo đồng ý trực tiếp, theo lời anh/chị.');
    expect((await reportRow(story, 'STC', monthly)).state).toBe('submitted');
    expect(await auditRows(story, 'head-agreed-in-person')).toMatchObject([{ actorId: story.an.id }]);
  });

  test('once one can be, it is asked there', async () => {
    await wants('agree');
    await story.binh.blocks();
    await fillsIn();
    await story.an.receives(say('head-unreachable', { names: story.binh.name }));
    await story.binh.unblocks();
    await story.an.taps(say('button-head-in-person'));
    await story.an.receives(say('head-reachable-now', { names: story.binh.name }));
    await story.binh.receives(say('head-asked', { unit, name: story.an.name }));
    expect((await reportRow(story, 'STC', monthly)).state).toBe('draft');
  });
});

test('whoever is the head too has agreed by sending', async () => {
  await wants('agree');
  await leaves(story, story.binh, 'head', 'STC');
  const em = await story.joins('Đỗ Văn Em', ['head', 'STC'], ['reporter', 'STC']);
  await typesAll(em, ['/baocao tháng 12', ...quietMonth]);
  await em.taps(send);
  await em.receives(say('receipt-on-time'));
});

test('without buttons: the head answers with numbers, and the remark interrupts nothing for good', async () => {
  await wants('agree');
  await fillsIn();
  const binh = withoutButtons(story, story.binh);
  await binh.types('2');
  await binh.receives(say('head-return-ask'));
  await binh.types('Xem lại câu 2');
  await story.an.receives('Xem lại câu 2');
});
