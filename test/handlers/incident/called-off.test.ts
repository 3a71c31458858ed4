import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { incidentRows } from '#test/kit/incident-rows.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';
import { withoutButtons } from '#test/kit/without-buttons.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-12T02:10:00+07:00' });
});

const statuses = async () => (await incidentRows(story)).map(({ status }) => status);

describe.each([
  { channel: 'with buttons', on: (officer: StoryOfficer) => officer, yes: ['có', 'đúng rồi', 'ừ'] },
  {
    channel: 'without buttons',
    on: (officer: StoryOfficer) => withoutButtons(story, officer),
    yes: ['1', 'có', 'Đúng, báo nhầm'],
  },
])('“nhầm rồi” in the middle of the questions, $channel', ({ on, yes }) => {
  let an: StoryOfficer;

  beforeEach(async () => {
    an = on(story.an);
    await an.types('web bị hack');
    await an.receives('Câu 2/3.');
    await an.types('nhầm rồi, quên mật khẩu thôi');
    await an.receives('Báo nhầm SC-2026-0001');
  });

  test.each(yes)('“%s” calls it off', async (typed) => {
    await an.types(typed);
    await an.receives(say('incident-called-off-done', { number: 'SC-2026-0001' }));
    await story.binh.receives('xác nhận không có sự cố');
    expect(await statuses()).toEqual(['false-alarm']);
  });

  test('“không phải nhầm đâu” leaves it open', async () => {
    await an.types('không phải nhầm đâu');
    await an.receives('Diễn biến:');
    expect(await statuses()).toEqual(['new']);
  });

  test('“không” leaves it open; the question goes on and takes its own answer', async () => {
    await an.types('không');
    await an.receives('Câu 2/3.');
    await an.types('Kế toán nội bộ');
    await an.receives(say('incident-noted-system', { system: 'Kế toán nội bộ' }));
    expect(await statuses()).toEqual(['new']);
  });
});

test('whoever handles it answers “có” too, and that is no update', async () => {
  await story.an.types('web bị hack');
  await story.binh.types('đã nhận');
  await story.binh.types('nhầm rồi em ơi');
  await story.binh.receives('Báo nhầm SC-2026-0001');
  await story.binh.types('có');
  await story.an.receives('xác nhận không có sự cố');
  expect(await statuses()).toEqual(['false-alarm']);
});
