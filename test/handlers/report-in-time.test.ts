import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { quietMonth } from '#test/kit/december-texts.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { reportRow, statesOf, submissionsOf } from '#test/kit/report-rows.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-10T09:00:00+07:00');
});

describe('“trước ngày 15/12” to the second', () => {
  beforeEach(() => typesAll(story.an, ['/baocao tháng 12', ...quietMonth]));

  test.each([
    { at: '2026-12-14T23:59:59+07:00', onTime: true, standing: say('receipt-on-time'), code: /^2612-/ },
    { at: '2026-12-15T00:00:00+07:00', onTime: false, standing: say('receipt-late'), code: /^2612-/ },
    { at: '2027-01-04T08:00:00+07:00', onTime: false, standing: say('receipt-late'), code: /^2701-/ },
  ])('sent at $at: $standing', async ({ at, onTime, standing, code }) => {
    story.clock.set(at);
    await story.an.types('gửi');
    await story.an.receives(standing);
    expect(await submissionsOf(story, 'STC')).toMatchObject([
      { report: 'monthly 2026-M12', onTime, receivedAt: at, receiptCode: expect.stringMatching(code) },
    ]);
    expect(await reportRow(story, 'STC', 'monthly 2026-M12')).toMatchObject({
      state: 'submitted',
      onTime,
      receivedAt: at,
    });
  });
});

describe('put aside', () => {
  beforeEach(async () => {
    await typesAll(story.an, ['/baocao tháng 12', '0', '0']);
  });

  test.each(['/huy', 'huỷ', 'dừng lại', 'thôi'])(
    'with “%s” the draft is kept, and what is typed is no answer',
    async (typed) => {
      await story.an.types(typed);
      const stopped = await story.an.receives(say('fill-stopped', { answered: 2, total: 6 }));
      expect(stopped.buttons).toEqual([say('button-resume')]);
      await story.an.types('5');
      await story.an.receives(say('not-understood'));
      expect(await reportRow(story, 'STC', 'monthly 2026-M12')).toMatchObject({
        state: 'draft',
        draftBy: 'Nguyễn Văn An',
        draft: { 'systems-managed': 0, incidents: 0 },
      });
    },
  );

  test('on another day “tiếp tục” goes on where it stood', async () => {
    await story.an.taps(say('button-stop'));
    await story.until('2026-12-14T10:00:00+07:00');
    await story.an.types('tiếp tục');
    await story.an.receives(say('fill-stopped', { answered: 2, total: 6 }));
    // Between the two lie the reminders of the last working day, which say that there is a draft.
    await story.an.receives(say('reminder-left-at', { number: 3, total: 6 }));
    expectQuestion(story, await story.an.receives(say('question-number', { number: 3, total: 6 })), {
      asks: 'vulnerabilities-found',
    });
    await typesAll(story.an, ['0', 'không', 'có', 'bỏ qua', 'gửi']);
    await story.an.receives(say('receipt-on-time'));
    expect((await submissionsOf(story, 'STC'))[0]?.answers).toMatchObject({
      'systems-managed': 0,
      incidents: 0,
    });
  });

  test('the button goes on too, and “/baocao” says that it is begun', async () => {
    await story.an.taps(say('button-stop'));
    await story.an.types('/baocao');
    expect((await story.an.receives('tháng 12/2026')).text).toBeTruthy();
    await story.an.taps(say('button-resume'));
    expectQuestion(story, await story.an.receives(say('question-number', { number: 3, total: 6 })), {
      asks: 'vulnerabilities-found',
    });
  });

  test('begun again from the list, it goes on from the draft with the others beside it', async () => {
    await story.an.taps(say('button-stop'));
    await story.an.types('/baocao');
    await story.an.taps(say('button-fill'));
    const { text } = await story.an.receives(say('fill-carried-on'));
    expect(text).toContain('quý IV/2026');
    expectQuestion(story, { text, buttons: [] }, { asks: 'incidents', from: '15/9/2026' });
    expect(await statesOf(story, 'STC')).toEqual({
      'monthly 2026-M12': 'draft',
      'quarterly-agency 2026-Q4': 'draft',
      'annual-agency 2026': 'draft',
    });
  });

  test('after it was sent there is nothing to resume and nothing to stop', async () => {
    await typesAll(story.an, [...quietMonth.slice(2), 'gửi']);
    await story.an.receives(say('receipt-on-time'));
    await story.an.types('tiếp tục');
    await story.an.receives(say('fill-nothing-to-resume'));
    await story.an.types('/huy');
    await story.an.receives(say('fill-nothing-to-stop'));
  });
});
