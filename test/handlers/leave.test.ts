import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { anIncident } from '#test/kit/an-incident.ts';
import { typesAll } from '#test/kit/answering.ts';
import { leaves } from '#test/kit/end-position.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { tapsData } from '#test/kit/raw-updates.ts';
import { remindersSent } from '#test/kit/reminders-sent.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');

let story: Story;
let hanh: StoryOfficer;

/** Monday 7/12, after the first reminder; Hạnh is known at Sở Tài chính, and answers for incidents there. */
beforeEach(async () => {
  story = await aProvince();
  hanh = await story.joins('Trần Thị Hạnh', ['responder', 'STC']);
  await story.at('2026-12-07T08:30:00+07:00');
  story.clock.set('2026-12-07T09:00:00+07:00');
});

describe('an officer is away', () => {
  test('who stands in is asked, and until they accept the officer is reminded', async () => {
    await story.an.types('nghỉ phép đến 13/12');
    const asked = await story.an.receives('Anh/chị nghỉ từ thứ Hai 7/12/2026 đến hết Chủ nhật 13/12/2026.');
    expect(asked.buttons).toEqual([story.binh.name, hanh.name, say('button-leave-nobody')]);
    await story.an.taps(hanh.name);
    await story.an.receives(say('leave-asked', { name: hanh.name }));
    await story.until('2026-12-10T09:00:00+07:00');
    expect((await remindersSent(story, story.an.name, hanh.name)).at(-1)).toBe(
      '12-10 08:30 Nguyễn Văn An (reporter): base-2 3',
    );
  });

  test('accepted: duties and reminders are the stand-in’s until the last day, and then the officer’s again', async () => {
    await story.an.types('nghỉ phép đến 13/12');
    await story.an.taps(hanh.name);
    await hanh.taps(say('button-leave-yes'));
    await story.an.receives('nhận làm thay anh/chị');
    await story.binh.receives('Trần Thị Hạnh làm thay Nguyễn Văn An');
    await hanh.types('/baocao');
    await hanh.receives('Sở Tài chính');
    await story.until('2026-12-14T09:00:00+07:00');
    expect(await remindersSent(story, story.an.name, hanh.name)).toEqual([
      '12-07 08:30 Nguyễn Văn An (reporter): base-5 3',
      '12-10 08:30 Trần Thị Hạnh (reporter): base-2 3',
      '12-14 08:30 Nguyễn Văn An (reporter): base 3',
    ]);
    await hanh.types('/baocao');
    await hanh.receives(say('owed-not-reporter'));
  });

  test('one that begins later lends nothing before its first day', async () => {
    await story.an.types('em nghỉ phép từ 10/12 đến 13/12');
    await story.an.taps(hanh.name);
    await hanh.taps(say('button-leave-yes'));
    await hanh.types('/baocao');
    await hanh.receives(say('owed-not-reporter'));
    await story.until('2026-12-10T09:00:00+07:00');
    expect((await remindersSent(story, story.an.name, hanh.name)).at(-1)).toBe(
      '12-10 08:30 Trần Thị Hạnh (reporter): base-2 3',
    );
  });

  test('back earlier: at once, and the stand-in is thanked', async () => {
    await story.an.types('nghỉ phép đến 20/12');
    await story.an.taps(hanh.name);
    await hanh.taps(say('button-leave-yes'));
    await story.an.types('đi làm lại rồi');
    await story.an.receives(say('leave-over'));
    await hanh.receives(say('leave-over-stand-in', { name: story.an.name }));
    await story.until('2026-12-10T09:00:00+07:00');
    expect((await remindersSent(story, story.an.name, hanh.name)).at(-1)).toContain('Nguyễn Văn An');
    await story.an.types('đi làm lại rồi');
    await story.an.receives(say('leave-none'));
  });

  test('refused, or nobody: the officer is told, and the head', async () => {
    await story.an.types('nghỉ phép đến 20/12');
    await story.an.taps(hanh.name);
    await hanh.taps(say('button-leave-no'));
    await story.an.receives(say('leave-refused-told', { name: hanh.name }));
    await story.an.types('nghỉ phép đến 20/12');
    await story.an.taps(say('button-leave-nobody'));
    await story.an.receives('chưa có ai làm thay');
    await story.binh.receives(
      'Nguyễn Văn An (Sở Tài chính) nghỉ đến hết Chủ nhật 20/12/2026, chưa có ai làm thay.',
    );
    await story.dung.types('nghỉ phép đến 20/12');
    await story.dung.receives('chưa có ai làm thay');
    await story.chi.receives('Phạm Văn Dũng (Sở Y tế) nghỉ đến hết Chủ nhật 20/12/2026');
  });

  test('the last day is asked for; in the middle of a report, which then goes on', async () => {
    await typesAll(story.an, ['/baocao tháng 12', '6', '/nghiphep']);
    await story.an.receives(say('leave-until-when'));
    await story.an.types('chưa biết');
    await story.an.receives(say('leave-until-when'));
    await story.an.types('20/12');
    await story.an.receives('Ai làm thay?');
    await withoutButtons(story, story.an).types('2');
    await story.an.receives(say('leave-asked', { name: hanh.name }));
    await story.an.receives(say('question-number', { number: 2, total: 7 }));
  });

  test('only who was asked can stand in', async () => {
    await story.an.types('nghỉ phép đến 20/12');
    await story.an.taps(hanh.name);
    const { id } = await story.store.db.selectFrom('leaves').select('id').executeTakeFirstOrThrow();
    for (const action of ['lv-yes', 'lv-no', 'lv-none']) {
      await tapsData(story, story.dung, `${action}:${id}`);
      await story.dung.receives(say('old-button'));
    }
  });
});

describe('an incident while somebody is away', () => {
  test('who stands in for the head is alerted, and the head is not woken', async () => {
    await story.binh.types('nghỉ phép đến 20/12');
    await story.binh.taps(hanh.name);
    await hanh.taps(say('button-leave-yes'));
    for (const officer of [story.binh, hanh]) await officer.screen();
    const before = (await story.binh.screen()).length;
    await anIncident(story, { by: story.an });
    await hanh.receives('máy chủ bị mã hóa hết rồi');
    expect(await story.binh.screen()).toHaveLength(before);
  });

  test('nobody else can be reached: woken all the same', async () => {
    await leaves(story, hanh, 'responder', 'STC');
    await leaves(story, story.chi, 'coordinator', 'SKHCN');
    await story.binh.types('nghỉ phép đến 20/12');
    await anIncident(story, { by: story.an });
    await story.binh.receives('máy chủ bị mã hóa hết rồi');
  });
});
