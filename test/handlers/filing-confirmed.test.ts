import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { auditRows, reportRow, statesOf, submissionsOf } from '#test/kit/report-rows.ts';
import { remindersSent } from '#test/kit/reminders-sent.ts';

const say = textIn('vi');
const monthly = 'monthly 2026-M12';
const title = 'Báo cáo tháng 12/2026';
const unit = 'Sở Tài chính';

let story: Story;

async function records(number: string): Promise<void> {
  await story.an.types(`gửi qua trục rồi, số ${number} ngày 4/12 báo cáo tháng 12`);
  await story.an.taps(say('button-record'));
}

/** On Monday 7/12 An has recorded the report of the month as sent on paper. */
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
  await records('214/BC-STC');
});

describe('the coordinator is asked', () => {
  test('with the unit, the report, the number and the day', async () => {
    const asked = await story.chi.receives(unit);
    for (const shown of [title, '214/BC-STC', '4/12/2026']) expect(asked.text).toContain(shown);
    expect(asked.buttons).toEqual([say('button-paper-received'), say('button-paper-not-received')]);
  });

  test('says that it has come: confirmed, and it stays as it is', async () => {
    story.clock.set('2026-12-08T10:00:00+07:00');
    await story.chi.taps(say('button-paper-received'));
    await story.chi.receives(say('filing-confirmed', { unit, title, number: '214/BC-STC' }));
    expect(await submissionsOf(story, 'STC')).toMatchObject([
      { confirmedBy: story.chi.id, confirmedAt: new Date('2026-12-08T10:00:00+07:00') },
    ]);
    expect((await reportRow(story, 'STC', monthly)).state).toBe('filed');
    expect(await auditRows(story, 'filing-confirmed')).toMatchObject([{ actorId: story.chi.id }]);

    await story.chi.taps(say('button-paper-not-received'));
    await story.chi.receives(say('filing-settled-before'));
    expect((await reportRow(story, 'STC', monthly)).state).toBe('filed');
  });

  test('says that it has not: owed again, the sender is told, and reminders go on', async () => {
    await story.chi.taps(say('button-paper-not-received'));
    await story.chi.receives(say('filing-denied', { unit, number: '214/BC-STC' }));
    const told = await story.an.receives(say('filing-denied-to-sender', { number: '214/BC-STC', title }));
    expect(told.text).not.toContain('Lê Thị Chi');
    expect(await reportRow(story, 'STC', monthly)).toMatchObject({
      state: 'returned',
      onTime: null,
      receivedAt: null,
    });
    expect(await auditRows(story, 'filing-denied')).toHaveLength(1);

    await story.an.types('/baocao');
    await story.an.receives(say('owed-state-returned'));
    await story.until('2026-12-10T09:00:00+07:00');
    expect(await remindersSent(story, story.an.name)).toEqual([
      '12-07 08:30 Nguyễn Văn An (reporter): base-5 3',
      '12-10 08:30 Nguyễn Văn An (reporter): base-2 3',
    ]);
  });

  test('twice: only the first word counts', async () => {
    const no = await dataOf(story, story.chi, say('button-paper-not-received'));
    const yes = await dataOf(story, story.chi, say('button-paper-received'));
    await Promise.all([tapsData(story, story.chi, no), tapsData(story, story.chi, no)]);
    await tapsData(story, story.chi, yes);
    await story.chi.receives(say('filing-denied', { unit, number: '214/BC-STC' }));
    await story.chi.receives(say('filing-settled-before'));
    await story.chi.receives(say('filing-settled-before'));
    await story.an.receives(say('filing-denied-to-sender', { number: '214/BC-STC', title }));
    await story.an.receivesNothing();
  });

  test('every coordinator is asked, and one of them is enough', async () => {
    const lan = await story.joins('Vũ Thị Lan', ['coordinator', 'SKHCN']);
    await story.dung.types('gửi qua trục rồi, số 9/BC-SYT ngày 4/12 báo cáo tháng 12');
    await story.dung.taps(say('button-record'));
    await story.chi.receives('9/BC-SYT');
    await lan.receives('9/BC-SYT');
    await lan.taps(say('button-paper-received'));
    await lan.receives(say('filing-confirmed', { unit: 'Sở Y tế', title, number: '9/BC-SYT' }));
    await story.chi.taps(say('button-paper-received'));
    await story.chi.receives(say('filing-settled-before'));
  });
});

describe('one paper for three reports', () => {
  const titles = 'Báo cáo tháng 12/2026, quý IV/2026, năm 2026';

  /** Dũng's paper is the report of the month, of the quarter and of the year. */
  beforeEach(async () => {
    await story.chi.receives('214/BC-STC');
    await story.dung.types('gửi qua trục rồi, số 9/BC-SYT ngày 4/12');
    await story.dung.taps(say('filing-all', { count: 3 }));
    await story.dung.taps(say('button-record'));
  });

  test('the coordinator is asked once, with one pair of buttons', async () => {
    const asked = await story.chi.receives('9/BC-SYT');
    expect(asked).toEqual({
      text: `Sở Y tế báo đã gửi bằng văn bản:\n${titles}, số 9/BC-SYT ngày 4/12/2026.\nAnh/chị đã nhận được chưa?`,
      buttons: [say('button-paper-received'), say('button-paper-not-received')],
    });
    await story.chi.receivesNothing();
  });

  test('received: each of the three is confirmed, with its own submission and its own line for ever', async () => {
    await story.chi.receives('9/BC-SYT');
    await story.chi.taps(say('button-paper-received'));
    await story.chi.receives(say('filing-confirmed', { unit: 'Sở Y tế', title: titles, number: '9/BC-SYT' }));
    const submissions = await submissionsOf(story, 'SYT');
    expect(submissions).toMatchObject(
      Array(3).fill({ confirmedBy: story.chi.id, documentNumber: '9/BC-SYT' }),
    );
    const audit = await auditRows(story, 'filing-confirmed');
    expect(audit.map(({ details }) => details)).toEqual(
      expect.arrayContaining(submissions.map(({ id }) => ({ submission: id }))),
    );
    expect(audit).toHaveLength(3);
    expect((await submissionsOf(story, 'STC'))[0]?.confirmedBy).toBeNull();
  });

  test('not received: all three are owed again, and the sender hears it once', async () => {
    await story.dung.screen();
    await story.chi.receives('9/BC-SYT');
    await story.chi.taps(say('button-paper-not-received'));
    await story.dung.receives(say('filing-denied-to-sender', { number: '9/BC-SYT', title: titles }));
    await story.dung.receivesNothing();
    expect(Object.values(await statesOf(story, 'SYT'))).toEqual(['returned', 'returned', 'returned']);
    expect((await reportRow(story, 'STC', monthly)).state).toBe('filed');
    await story.chi.taps(say('button-paper-received'));
    await story.chi.receives(say('filing-settled-before'));
  });

  test('an old button does nothing to the paper that came after, nor to the two that are still owed', async () => {
    const no = await dataOf(story, story.chi, say('button-paper-not-received'));
    const yes = await dataOf(story, story.chi, say('button-paper-received'));
    await tapsData(story, story.chi, no);
    await typesAll(story.dung, ['gửi qua trục rồi, số 10/BC-SYT ngày 5/12 báo cáo tháng 12']);
    await story.dung.taps(say('button-record'));
    await tapsData(story, story.chi, yes);
    await story.chi.receives(say('filing-settled-before'));
    expect((await submissionsOf(story, 'SYT')).map(({ confirmedBy }) => confirmedBy)).toEqual(
      Array(4).fill(null),
    );
  });
});

describe('a second paper after the first was not received', () => {
  let oldYes: string;
  let oldNo: string;

  beforeEach(async () => {
    oldYes = await dataOf(story, story.chi, say('button-paper-received'));
    oldNo = await dataOf(story, story.chi, say('button-paper-not-received'));
    await tapsData(story, story.chi, oldNo);
    await records('230/BC-STC');
  });

  test('is a second version, and is asked about by itself', async () => {
    await story.chi.receives('230/BC-STC');
    await story.chi.taps(say('button-paper-received'));
    await story.chi.receives(say('filing-confirmed', { unit, title, number: '230/BC-STC' }));
    expect(await submissionsOf(story, 'STC')).toMatchObject([
      { version: 1, documentNumber: '214/BC-STC', confirmedBy: null },
      { version: 2, documentNumber: '230/BC-STC', confirmedBy: story.chi.id },
    ]);
  });

  test('is not settled by the buttons under the first', async () => {
    for (const data of [oldYes, oldNo]) {
      await tapsData(story, story.chi, data);
      await story.chi.receives(say('filing-settled-before'));
    }
    expect((await reportRow(story, 'STC', monthly)).state).toBe('filed');
    expect((await submissionsOf(story, 'STC')).map(({ confirmedBy }) => confirmedBy)).toEqual([null, null]);
  });
});

describe('nobody else', () => {
  test('neither its sender, nor their head, nor a responder at the coordinator’s may say that it has come', async () => {
    const yes = await dataOf(story, story.chi, say('button-paper-received'));
    const mai = await story.joins('Hồ Thị Mai', ['responder', 'SKHCN'], ['head', 'SKHCN']);
    for (const person of [story.an, story.binh, story.dung, mai]) {
      await tapsData(story, person, yes);
      await person.receives(say('filing-not-yours'));
    }
    expect((await submissionsOf(story, 'STC'))[0]?.confirmedBy).toBeNull();
  });

  test('what the province owes goes to nobody here: no one is asked', async () => {
    await story.chi.screen();
    await story.chi.types('gửi văn bản số 12/BC-SKHCN ngày 4/12 báo cáo quý 4');
    await story.chi.taps(say('button-record'));
    const { text } = await story.chi.receives(say('filing-no-more-reminders'));
    expect(text).not.toContain(say('filing-will-be-confirmed'));
    await story.chi.receivesNothing();
  });
});

test('answers that come after a paper was not received are the report', async () => {
  await story.chi.taps(say('button-paper-not-received'));
  await typesAll(story.an, ['/baocao tháng 12', '0', '0', '0', 'không', 'có', 'bỏ qua', 'gửi']);
  await story.an.receives(say('receipt-on-time'));
  expect(await submissionsOf(story, 'STC')).toMatchObject([
    { version: 1, kind: 'filed' },
    { version: 2, kind: 'answers' },
  ]);
  expect((await reportRow(story, 'STC', monthly)).state).toBe('submitted');
});
