import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { setHeadsWord } from '#storage/queries/head-requests.ts';
import { findUnitByCode } from '#storage/queries/units.ts';
import { inTransaction } from '#storage/transaction.ts';
import { typesAll } from '#test/kit/answering.ts';
import { quietDecember, quietMonth } from '#test/kit/december-texts.ts';
import { leaves } from '#test/kit/end-position.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { auditRows, reportRow, statesOf, submissionsOf } from '#test/kit/report-rows.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';

const say = textIn('vi');
const monthly = 'monthly 2026-M12';
const title = 'Báo cáo tháng 12/2026';

let story: Story;

/** On Monday 7/12 An has sent the month's report of Sở Tài chính: nothing managed, nothing happened. */
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T09:00:00+07:00');
  await typesAll(story.an, ['/baocao tháng 12', ...quietMonth, 'gửi']);
  await story.an.receives('Đã nhận 1 báo cáo');
});

/** An taps "Sửa báo cáo đã gửi" and says why. */
async function begins(reason = 'nhập nhầm số sự cố'): Promise<void> {
  await story.an.taps(say('button-correct'));
  await story.an.receives(say('correction-why', { titles: title }));
  await story.an.types(reason);
}

/** The number of incidents of the month is another one. */
async function changesIncidents(to: string): Promise<void> {
  await story.an.taps(say('button-edit-answer'));
  const list = await story.an.receives(say('edit-which'));
  await story.an.taps(list.buttons.find((label) => label.startsWith('Số sự cố')) ?? '');
  await story.an.receives('sự cố');
  await typesAll(story.an, [to, '1 0 0 0 0 0 0 0 0 0']);
}

describe('a report that was sent is corrected', () => {
  test('from the receipt: the reason, the summary with what was sent, a second version beside the first', async () => {
    await begins();
    const summary = await story.an.receives('Anh/chị sửa Báo cáo tháng 12/2026, được đến hết thứ Hai 21/12.');
    expect(summary.text).toContain('Bản đã gửi vẫn có hiệu lực');
    expect(summary.buttons).toContain(say('button-send', { count: 1 }));
    expect((await reportRow(story, 'STC', monthly)).state).toBe('submitted');

    await changesIncidents('1');
    await story.an.types('gửi');
    await story.an.receives('Báo cáo tháng 12/2026 (bản 2): mã tiếp nhận');
    const [first, second] = await submissionsOf(story, 'STC');
    expect(first).toMatchObject({ version: 1, reason: null, answers: { incidents: 0 } });
    expect(second).toMatchObject({
      ...{ version: 2, reason: 'nhập nhầm số sự cố', onTime: true },
      answers: { incidents: 1, 'incidents-by-kind': [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    });
    expect(await reportRow(story, 'STC', monthly)).toMatchObject({
      ...{ state: 'submitted', onTime: true, receivedAt: '2026-12-07T09:00:00+07:00' },
    });
    expect(await auditRows(story, 'correction-begun')).toMatchObject([{ actorId: story.an.id }]);
  });

  test('the coordinator hears the difference in words, with the reason, once', async () => {
    await begins();
    await changesIncidents('1');
    await story.chi.receivesNothing();
    await story.an.types('gửi');
    const told = await story.chi.receives(
      'Sở Tài chính đã sửa báo cáo đã gửi: Báo cáo tháng 12/2026 (bản 2).',
    );
    expect(told.text).toContain('0 → 1');
    expect(told.text).toContain('(không có) →');
    expect(told.text).toContain('Lý do: nhập nhầm số sự cố');
    expect(told.buttons).toEqual([say('button-seen'), say('button-ask-again')]);
    await story.chi.receivesNothing();
    await story.chi.taps(say('button-seen'));
    await story.chi.receives(say('seen'));
    expect(await auditRows(story, 'change-seen')).toMatchObject([{ actorId: story.chi.id }]);
  });

  test('with nothing changed there is no second version, and nobody is told', async () => {
    await begins();
    await story.an.types('gửi');
    await story.an.receives(say('correction-unchanged'));
    expect(await submissionsOf(story, 'STC')).toHaveLength(1);
    await story.chi.receivesNothing();
  });

  test('sent in time stays in time, also when it is corrected after the last day', async () => {
    story.clock.set('2026-12-17T09:00:00+07:00');
    await story.an.types('sửa báo cáo tháng 12');
    await story.an.receives(say('correction-why', { titles: title }));
    await story.an.types('có số liệu mới');
    await changesIncidents('1');
    await story.an.types('gửi');
    const receipt = await story.an.receives('(bản 2)');
    expect(receipt.text).toContain(say('receipt-on-time'));
    expect((await reportRow(story, 'STC', monthly)).onTime).toBe(true);
  });

  test('a reason is asked for until there is one, and calling it off leaves the report as it is', async () => {
    await story.an.taps(say('button-correct'));
    await story.an.types('k');
    await story.an.receives(say('correction-why', { titles: title }));
    await story.an.types('hủy');
    await story.an.receives(say('aside-cancelled'));
    expect(await statesOf(story, 'STC')).toMatchObject({ [monthly]: 'submitted' });
  });

  test('put aside, then gone on with from /baocao without another reason', async () => {
    await begins();
    await changesIncidents('1');
    await story.an.types('hủy');
    await story.an.types('/baocao quý 4');
    await story.an.types('/baocao');
    const owed = await story.an.receives('Đã gửi, còn sửa được:');
    expect(owed.text).toContain('Báo cáo tháng 12/2026 (đến hết thứ Hai 21/12)');
    await story.an.taps(say('button-correct'));
    await story.an.receives(say('fill-carried-on'));
    await story.an.types('gửi');
    await story.an.receives('(bản 2)');
    expect((await submissionsOf(story, 'STC')).at(-1)).toMatchObject({ reason: 'nhập nhầm số sự cố' });
  });

  test('typed on a phone without buttons', async () => {
    const an = withoutButtons(story, story.an);
    await an.types('sửa báo cáo tháng 12');
    await an.receives(say('correction-why', { titles: title }));
    await an.types('nhập nhầm');
    await an.receives('Anh/chị sửa Báo cáo tháng 12/2026');
    await an.types('2');
    const list = await an.receives(say('edit-which'));
    const place = list.buttons.findIndex((label) => label.startsWith('Số sự cố')) + 1;
    await an.types(String(place));
    await an.receives('sự cố');
    await an.types('2');
    await an.receives('Đã ghi: Số sự cố: 2');
    await an.types('2 0 0 0 0 0 0 0 0 0');
    await an.types('gửi');
    await an.receives('(bản 2)');
    await story.chi.receives('0 → 2');
  });
});

describe('three reports that were sent together', () => {
  beforeEach(async () => {
    await typesAll(story.dung, ['/baocao', 'xong']);
    await story.dung.taps(say('button-fill'));
    await typesAll(story.dung, [...quietDecember, 'gửi']);
    await story.dung.receives('Đã nhận 3 báo cáo');
  });

  test('are corrected together; only those whose figures change get a version, and one message tells of it', async () => {
    await story.dung.taps(say('button-correct'));
    await story.dung.types('nhập nhầm số hệ thống');
    await story.dung.receives('Anh/chị sửa Báo cáo tháng 12/2026, quý IV/2026, năm 2026');
    await story.dung.types('gửi');
    await story.dung.receives(say('correction-unchanged'));
    await story.dung.types('sửa báo cáo năm 2026');
    await story.dung.types('thiếu kiểm tra');
    await story.dung.receives('Anh/chị sửa Báo cáo năm 2026');
    await story.dung.taps(say('button-edit-answer'));
    const list = await story.dung.receives(say('edit-which'));
    await story.dung.taps(list.buttons.find((label) => label.includes('4 lớp')) ?? '');
    await story.dung.types('có');
    await story.dung.types('gửi');
    await story.dung.receives('Đã nhận 1 báo cáo');
    const versions = (await submissionsOf(story, 'SYT')).map(({ report, version }) => `${report} ${version}`);
    expect(versions.sort()).toEqual([
      ...['annual-agency 2026 1', 'annual-agency 2026 2'],
      ...['monthly 2026-M12 1', 'quarterly-agency 2026-Q4 1'],
    ]);
    const told = await story.chi.receives('Sở Y tế đã sửa báo cáo đã gửi: Báo cáo năm 2026 (bản 2).');
    expect(told.text).toContain('Không → Có');
    await story.chi.receivesNothing();
  });
});

describe('figures are closed after the fifth working day', () => {
  beforeEach(() => story.clock.set('2026-12-22T09:00:00+07:00'));

  test('said, with the way to have them reopened; the coordinator does, for two working days', async () => {
    await story.an.taps(say('button-correct'));
    await story.an.receives(say('figures-closed', { titles: title, day: 'thứ Hai 21/12' }));
    await story.an.taps(say('button-ask-reopening'));
    await story.an.receives(say('reopening-why', { titles: title }));
    await story.an.types('sót một sự cố');
    // An alarm, or just the reason?
    await story.an.receives(say('incident-ask-doubt'));
    await story.an.types('không');
    await story.an.receives(say('reopening-sent', { titles: title }));
    const asked = await story.chi.receives('Sở Tài chính đề nghị mở lại số liệu đã chốt:');
    expect(asked.text).toContain('Lý do: sót một sự cố');

    await story.chi.taps(say('button-reopen'));
    await story.chi.receives(
      say('reopened', { titles: title, unit: 'Sở Tài chính', until: 'thứ Năm 24/12' }),
    );
    await story.an.receives(say('reopened-told', { titles: title, until: 'thứ Năm 24/12' }));
    expect(await auditRows(story, 'figures-reopened')).toMatchObject([{ actorId: story.chi.id }]);
    story.clock.set('2026-12-24T23:00:00+07:00');
    await story.an.taps(say('button-correct'));
    // Why is known already.
    await story.an.receives('Anh/chị sửa Báo cáo tháng 12/2026, được đến hết thứ Năm 24/12.');
    await changesIncidents('1');
    await story.an.types('gửi');
    await story.an.receives('(bản 2)');
    expect((await submissionsOf(story, 'STC')).at(-1)).toMatchObject({ reason: 'sót một sự cố' });
  });

  test('asked for twice: the coordinator hears once; and “no” is told', async () => {
    const data = await dataOf(story, story.an, say('button-correct'));
    await tapsData(story, story.an, data);
    const ask = await dataOf(story, story.an, say('button-ask-reopening'));
    await tapsData(story, story.an, ask);
    await story.an.types('nhập thiếu số liệu');
    await tapsData(story, story.an, ask);
    await story.an.receives(say('old-button'));
    await tapsData(story, story.an, data);
    await story.an.receives(say('reopening-asked-before', { titles: title }));
    await story.chi.receives('đề nghị mở lại');
    await story.chi.receivesNothing();
    await story.chi.taps(say('button-reopen-no'));
    await story.an.receives(say('reopening-refused-told', { titles: title }));
    await story.chi.taps(say('button-reopen'));
    await story.chi.receives(say('reopening-settled-before'));
    expect(await auditRows(story, 'figures-reopened')).toEqual([]);
  });

  test('a correction that was begun in time and is sent too late changes nothing', async () => {
    story.clock.set('2026-12-21T23:50:00+07:00');
    await begins();
    await changesIncidents('1');
    story.clock.set('2026-12-22T00:01:00+07:00');
    await story.an.types('gửi');
    await story.an.receives(say('correction-too-late'));
    expect(await submissionsOf(story, 'STC')).toHaveLength(1);
  });
});

describe('a unit whose head has to agree', () => {
  beforeEach(async () => {
    const unit = await findUnitByCode(story.store.db, 'STC');
    await inTransaction(story.store, (tx) => setHeadsWord(tx, unit?.id ?? '', 'agree'));
    await begins();
    await changesIncidents('1');
    await story.an.types('gửi');
    await story.an.receives('Chờ lãnh đạo duyệt');
  });

  test('the correction waits for the head, and what was sent stands', async () => {
    expect(await submissionsOf(story, 'STC')).toHaveLength(1);
    await story.chi.receivesNothing();
    await story.an.types('sửa báo cáo tháng 12');
    await story.an.receives('lãnh đạo');
    await story.binh.taps(say('button-head-agree'));
    await story.an.receives('(bản 2)');
    expect((await submissionsOf(story, 'STC')).at(-1)).toMatchObject({ reason: 'nhập nhầm số sự cố' });
    await story.chi.receives('Sở Tài chính đã sửa báo cáo đã gửi');
  });

  test('the head wants it otherwise: it goes on where it was', async () => {
    await story.binh.taps(say('button-head-return'));
    await story.binh.types('xem lại số liệu');
    await story.an.receives('xem lại số liệu');
    await story.an.taps(say('button-correct'));
    await story.an.receives(say('fill-carried-on'));
    expect(await submissionsOf(story, 'STC')).toHaveLength(1);
  });
});

describe('whose it is', () => {
  test('the head sees it, and corrects nothing', async () => {
    const data = await dataOf(story, story.an, say('button-correct'));
    await tapsData(story, story.binh, data);
    await story.binh.receives(say('fill-not-yours'));
    await tapsData(story, story.dung, data);
    await story.dung.receives(say('fill-not-yours'));
  });

  test('a colleague is asked before taking it over, and goes on with the figures and the reason', async () => {
    const lan = await story.joins('Vũ Thị Lan', ['reporter', 'STC']);
    await begins();
    await changesIncidents('1');
    await lan.types('sửa báo cáo tháng 12');
    await lan.receives(say('correction-take-over', { name: 'Nguyễn Văn An' }));
    await lan.taps(say('button-take-over'));
    await lan.receives(say('fill-carried-on'));
    await story.an.receives(say('fill-other-drafting', { name: 'Vũ Thị Lan' }));
    await lan.types('gửi');
    await lan.receives('(bản 2)');
    await story.an.types('gửi');
    expect(await submissionsOf(story, 'STC')).toHaveLength(2);
  });

  test('whoever is not a reporter any more does not send it', async () => {
    await begins();
    await changesIncidents('1');
    await leaves(story, story.an, 'reporter', 'STC');
    await story.an.types('gửi');
    expect(await submissionsOf(story, 'STC')).toHaveLength(1);
  });

  test('a second tap on “send” is one version', async () => {
    await begins();
    await changesIncidents('1');
    const data = await dataOf(story, story.an, say('button-send', { count: 1 }));
    await Promise.all([tapsData(story, story.an, data), tapsData(story, story.an, data)]);
    expect(await submissionsOf(story, 'STC')).toHaveLength(2);
  });
});
