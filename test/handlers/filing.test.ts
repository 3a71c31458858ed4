import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { leaves } from '#test/kit/end-position.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { auditRows, reportRow, statesOf, submissionsOf } from '#test/kit/report-rows.ts';
import { remindersSent } from '#test/kit/reminders-sent.ts';

const say = textIn('vi');
const month = 'Báo cáo tháng 12/2026';

let story: Story;

/** Monday 7/12: An has the reminder of three reports. */
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
  await story.an.receives('quý IV/2026');
});

async function dialogues() {
  return story.store.db.selectFrom('dialogues').selectAll().execute();
}

describe('“Đã gửi bằng văn bản”', () => {
  test('by taps: which report, its number, its day, and it is recorded', async () => {
    const { an } = story;
    await an.taps(say('button-paper'));
    const which = await an.receives(say('filing-ask-which'));
    expect(which.buttons).toEqual([
      ...['Báo cáo tháng 12/2026', 'Báo cáo quý IV/2026', 'Báo cáo năm 2026'],
      ...[say('filing-all', { count: 3 }), say('button-cancel')],
    ]);
    await an.taps(month);
    await an.receives(say('filing-ask-number', { titles: month }));
    await an.types('214/BC-STC');
    await an.receives(say('filing-ask-date', { number: '214/BC-STC' }));
    await an.taps(say('yesterday'));
    const asked = await an.receives('6/12/2026');
    for (const shown of [month, 'Sở Tài chính', '214/BC-STC']) expect(asked.text).toContain(shown);
    expect(await submissionsOf(story, 'STC')).toEqual([]);

    await an.taps(say('button-record'));
    const recorded = await an.receives(say('filing-no-more-reminders'));
    expect(recorded.text).toContain(say('filing-without-figures'));
    expect(recorded.text).toContain(say('filing-will-be-confirmed'));
    const [paper] = await submissionsOf(story, 'STC');
    expect(paper).toMatchObject({
      ...{ report: 'monthly 2026-M12', kind: 'filed', version: 1, officer: 'Nguyễn Văn An', onTime: true },
      ...{
        documentNumber: '214/BC-STC',
        documentDate: '2026-12-06',
        receivedAt: '2026-12-07T08:30:00+07:00',
      },
      ...{ answers: null, formId: null, confirmedBy: null, confirmedAt: null },
    });
    expect(recorded.text).toContain(paper?.receiptCode);
    expect(await statesOf(story, 'STC')).toEqual({
      'monthly 2026-M12': 'filed',
      'quarterly-agency 2026-Q4': 'open',
      'annual-agency 2026': 'open',
    });
    expect(await dialogues()).toEqual([]);
    expect(await auditRows(story, 'filed')).toMatchObject([
      { actorId: an.id, subjectId: paper?.assignmentId },
    ]);
  });

  test('in one sentence: “gửi qua trục rồi, số 214/BC-STC ngày 4/12”, for all three', async () => {
    const { an } = story;
    await an.types('gửi qua trục rồi, số 214/BC-STC ngày 4/12');
    await an.taps(say('filing-all', { count: 3 }));
    const { text } = await an.receives('4/12/2026');
    expect(text).toContain('214/BC-STC');
    await an.types('đúng');
    await an.receives(say('filing-no-more-reminders'));
    const papers = await submissionsOf(story, 'STC');
    expect(
      papers.map(({ report, documentNumber, documentDate }) => [report, documentNumber, documentDate]),
    ).toEqual([
      ['monthly 2026-M12', '214/BC-STC', '2026-12-04'],
      ['quarterly-agency 2026-Q4', '214/BC-STC', '2026-12-04'],
      ['annual-agency 2026', '214/BC-STC', '2026-12-04'],
    ]);
    expect(new Set(papers.map(({ receiptCode }) => receiptCode)).size).toBe(3);
  });

  test('a period in the sentence says which one; the day is still asked for', async () => {
    await story.an.types('Báo cáo quý 4 đã gửi qua trục rồi, số 215/BC-STC');
    await story.an.receives(say('filing-ask-date', { number: '215/BC-STC' }));
    await story.an.types('hôm nay');
    await story.an.taps(say('button-record'));
    expect(await submissionsOf(story, 'STC')).toMatchObject([
      { report: 'quarterly-agency 2026-Q4', documentDate: '2026-12-07' },
    ]);
  });

  test('“ngày 4 tháng 12” is a day, and not the report of December', async () => {
    await story.an.types('gửi qua trục rồi, số 214/BC-STC ngày 4 tháng 12');
    const which = await story.an.receives(say('filing-ask-which'));
    await story.an.taps(which.buttons[1] ?? '');
    const { text } = await story.an.receives('4/12/2026');
    expect(text).toContain('quý IV/2026');
  });

  test('reminders stop for what is on paper, and go on for the rest', async () => {
    await story.an.types('gửi qua trục rồi, số 214/BC-STC ngày 4/12');
    await story.an.taps(month);
    await story.an.taps(say('button-record'));
    await story.until('2026-12-10T09:00:00+07:00');
    expect(await remindersSent(story, story.an.name)).toEqual([
      '12-07 08:30 Nguyễn Văn An (reporter): base-5 3',
      '12-10 08:30 Nguyễn Văn An (reporter): base-2 2',
    ]);
  });
});

describe('what cannot be recorded', () => {
  beforeEach(async () => {
    await story.an.taps(say('button-paper'));
    await story.an.taps(month);
    await story.an.receives(say('filing-ask-number', { titles: month }));
  });

  test.each(['số 214', '214', 'gửi rồi mà', '12/12/2026', 'BC-STC'])(
    '“%s” is no number of a document',
    async (typed) => {
      await story.an.types(typed);
      const asked = await story.an.receives(say('filing-expected-number'));
      expect(asked.text).toContain(month);
      expect(await submissionsOf(story, 'STC')).toEqual([]);
    },
  );

  test('a day that lies ahead: nothing has been sent on it', async () => {
    await story.an.types('214/BC-STC');
    await story.an.types('8/12/2026');
    await story.an.receives(say('filing-future-day'));
    // Without a year it is the last one that has passed, and it is shown before anything is recorded.
    await story.an.types('8/12');
    await story.an.receives('8/12/2025');
    expect(await submissionsOf(story, 'STC')).toEqual([]);
  });

  test('what is no day is asked again', async () => {
    await story.an.types('214/BC-STC');
    await story.an.types('hôm nọ');
    const asked = await story.an.receives(say('filing-expected-date'));
    expect(asked.buttons).toEqual([say('today'), say('yesterday'), say('button-cancel')]);
    await story.an.types('31/11');
    await story.an.receives(say('filing-expected-date'));
  });

  test('changed: the number and the day are asked again', async () => {
    await typesAll(story.an, ['214/BC-STC', 'hôm nay']);
    await story.an.taps(say('button-change'));
    await story.an.receives('214/BC-STC');
    await typesAll(story.an, ['241/BC-STC', 'hôm qua']);
    await story.an.taps(say('button-record'));
    expect(await submissionsOf(story, 'STC')).toMatchObject([
      { documentNumber: '241/BC-STC', documentDate: '2026-12-06', version: 1 },
    ]);
  });

  test.each(['button', '/huy', 'thôi'])(
    'cancelled with %s: nothing is recorded and nothing is left',
    async (how) => {
      await story.an.types('214/BC-STC');
      if (how === 'button') await story.an.taps(say('button-cancel'));
      else await story.an.types(how);
      await story.an.receives(say('filing-cancelled'));
      expect(await dialogues()).toEqual([]);
      expect(Object.values(await statesOf(story, 'STC'))).toEqual(['open', 'open', 'open']);
      await story.an.types('214/BC-STC');
      await story.an.receives(say('not-understood'));
    },
  );

  test('recorded, its buttons are gone; tapped twice it is recorded once', async () => {
    await typesAll(story.an, ['214/BC-STC', 'hôm nay']);
    const record = await dataOf(story, story.an, say('button-record'));
    await Promise.all([tapsData(story, story.an, record), tapsData(story, story.an, record)]);
    await story.an.receives(say('filing-no-more-reminders'));
    await story.an.receives(say('old-button'));
    const buttons = (await story.an.screen()).flatMap((shown) => shown.buttons);
    expect(buttons).not.toContain(say('button-record'));
    expect(await submissionsOf(story, 'STC')).toHaveLength(1);
  });

  test('“today” on a button means the day on which it was shown', async () => {
    await story.an.types('214/BC-STC');
    const today = await dataOf(story, story.an, say('today'));
    story.clock.set('2026-12-08T08:00:00+07:00');
    await tapsData(story, story.an, today);
    await story.an.receives('7/12/2026');
  });

  test('whose position ends meanwhile records nothing', async () => {
    await typesAll(story.an, ['214/BC-STC', 'hôm nay']);
    await story.an.screen();
    await leaves(story, story.an, 'reporter', 'STC');
    await story.an.taps(say('button-record'));
    await story.an.receives(say('owed-not-reporter'));
    expect(await submissionsOf(story, 'STC')).toEqual([]);
    expect(await dialogues()).toEqual([]);
  });
});

describe('in time or not', () => {
  test.each([
    { day: '14/12/2026', onTime: true },
    { day: '15/12/2026', onTime: false },
  ])('a document of $day, recorded on 16/12: $onTime', async ({ day, onTime }) => {
    await story.at('2026-12-16T09:00:00+07:00');
    await typesAll(story.an, [`gửi qua trục rồi, số 214/BC-STC ngày ${day} tháng 12/2026`]);
    await story.an.taps(say('button-record'));
    expect(await reportRow(story, 'STC', 'monthly 2026-M12')).toMatchObject({
      ...{ state: 'filed', onTime, receivedAt: '2026-12-16T09:00:00+07:00' },
    });
  });
});

test('who owes nothing, or reports for nobody, has nothing to record', async () => {
  for (const typed of ['gửi qua trục rồi, số 1/BC-STC', 'đã gửi bằng văn bản']) {
    await story.binh.types(typed);
    await story.binh.receives(say('filing-nothing'));
  }
  expect(await dialogues()).toEqual([]);
});
