import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { tapsData } from '#test/kit/raw-updates.ts';
import { auditRows, reportRow } from '#test/kit/report-rows.ts';
import { remindersSent } from '#test/kit/reminders-sent.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');
const unit = 'Sở Tài chính';
const position = say('position-reporter');

let story: Story;
let hanh: StoryOfficer;

/** Monday 7/12, after the first reminder; Hạnh is known at Sở Tài chính, and answers for incidents there. */
beforeEach(async () => {
  story = await aProvince();
  hanh = await story.joins('Trần Thị Hạnh', ['responder', 'STC']);
  await story.at('2026-12-07T08:30:00+07:00');
  story.clock.set('2026-12-07T09:00:00+07:00');
});

async function handsOver(): Promise<void> {
  await story.an.types('việc này giờ chị Hạnh làm');
  await story.an.taps(hanh.name);
}

describe('work is handed over', () => {
  test('the new one is asked; until they accept, the old one is reminded', async () => {
    await story.an.types('việc này giờ chị Hạnh làm');
    const asked = await story.an.receives(say('hand-over-to-whom', { position, unit }));
    expect(asked.buttons).toEqual([hanh.name]);
    await story.an.taps(hanh.name);
    await story.an.receives(say('hand-over-asked', { name: hanh.name, holder: story.an.name }));
    const offer = await hanh.receives('muốn bàn giao cho anh/chị');
    expect(offer.buttons).toEqual([say('button-hand-over-yes'), say('button-hand-over-no')]);
    await story.until('2026-12-10T09:00:00+07:00');
    expect(await remindersSent(story, story.an.name, hanh.name)).toEqual([
      '12-07 08:30 Nguyễn Văn An (reporter): base-5 3',
      '12-10 08:30 Nguyễn Văn An (reporter): base-2 3',
    ]);
  });

  test('accepted: the draft and the reminders go along, the head is told', async () => {
    await typesAll(story.an, ['/baocao tháng 12', '6', '5']);
    await handsOver2();
    await hanh.taps(say('button-hand-over-yes'));
    const taken = await hanh.receives(say('hand-over-taken', { position, unit }));
    expect(taken.buttons).toContain(say('button-fill'));
    await story.an.receives(say('hand-over-done-old', { name: hanh.name, unit }));
    await story.binh.receives(
      say('hand-over-done-told', { unit, position, holder: story.an.name, name: hanh.name }),
    );
    expect(await reportRow(story, 'STC', 'monthly 2026-M12')).toMatchObject({ draftBy: hanh.name });
    await hanh.types('/baocao tháng 12');
    const going = await hanh.receives(say('fill-carried-on'));
    expect(going.text).toContain(say('question-number', { number: 3, total: 9 }));

    await story.an.types('/baocao');
    await story.an.receives(say('owed-not-reporter'));
    await story.until('2026-12-10T09:00:00+07:00');
    expect((await remindersSent(story, story.an.name, hanh.name)).at(-1)).toBe(
      '12-10 08:30 Trần Thị Hạnh (reporter): base-2 3',
    );
    expect(await auditRows(story, 'handed-over')).toMatchObject([
      { actorId: hanh.id, details: { from: story.an.id, to: hanh.id } },
    ]);

    async function handsOver2(): Promise<void> {
      await story.an.types('/bangiao Hạnh');
      await story.an.taps(hanh.name);
    }
  });

  test('refused: everything stays, and who asked is told', async () => {
    await handsOver();
    await hanh.taps(say('button-hand-over-no'));
    await story.an.receives(say('hand-over-refused-told', { name: hanh.name, holder: story.an.name, unit }));
    await hanh.taps(say('button-hand-over-yes'));
    await hanh.receives(say('hand-over-settled'));
    await story.an.types('/baocao');
    await story.an.receives('Anh/chị có');
  });

  test('nobody of that name: who is known is offered, and whom to ask for an invite is said', async () => {
    await story.an.types('bàn giao cho anh Quốc');
    const asked = await story.an.receives(say('hand-over-unknown', { name: 'quốc', unit }));
    expect(asked.buttons).toEqual([story.binh.name, hanh.name]);
    await story.dung.types('bàn giao cho Hạnh');
    await story.dung.receives(say('hand-over-nobody', { unit: 'Sở Y tế' }));
  });

  test('a head hands over the work of an officer of the unit', async () => {
    await story.binh.types('bàn giao cho Hạnh');
    await story.binh.taps(hanh.name);
    await hanh.taps(say('button-hand-over-yes'));
    await story.an.receives(say('hand-over-done-old', { name: hanh.name, unit }));
    await story.binh.receives(
      say('hand-over-done-told', { unit, position, holder: story.an.name, name: hanh.name }),
    );
  });

  test('nobody else can accept, or choose for another', async () => {
    await handsOver();
    const { id, positionId } = await story.store.db
      .selectFrom('handOvers')
      .select(['id', 'positionId'])
      .executeTakeFirstOrThrow();
    const tag = story.dung.id.slice(-12);
    for (const data of [`ho-yes:${id}`, `ho-no:${id}`, `ho-to:${id}:${tag}`, `ho-from:${positionId}`]) {
      await tapsData(story, story.dung, data);
      await story.dung.receives(say('old-button'));
    }
  });
});
