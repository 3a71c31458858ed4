import { beforeEach, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { incidentRows, timelineRows } from '#test/kit/incident-rows.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

const say = textIn('vi');
const number = 'SC-2026-0001';

let story: Story;

/** An has said what happens; the next question is open. */
beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-12T02:10:00+07:00' });
  await story.an.types('web bị hack');
  await story.an.receives('Câu 2/3.');
});

test.each(['ừ', 'có', 'vâng ạ', '9', '?', 'A', '1 3'])(
  '“%s” is no system: asked again, and nothing of it stands in the record',
  async (typed) => {
    await story.an.types(typed);
    expect((await story.an.receives(say('incident-answer-unclear', { text: typed }))).text).toContain(
      'Câu 2/3.',
    );
    expect((await timelineRows(story)).map(([kind]) => kind)).not.toContain('enriched');
  },
);

test.each(['có ai xử lý chưa', 'ai nhận vậy em?', 'đã có ai lo chưa ạ'])(
  '“%s” is answered, and the question asked again',
  async (typed) => {
    await story.binh.types('đã nhận');
    await story.an.types(typed);
    expect((await story.an.receives(say('incident-list-title', { count: 1 }))).text).toContain(
      'Trần Thị Bình phụ trách',
    );
    await story.an.receives('Câu 2/3.');
    expect((await timelineRows(story)).map(([kind]) => kind)).not.toContain('enriched');
  },
);

test('by its number, typed or after the command, an incident is shown, and no other is made of it', async () => {
  for (const typed of [`/suco ${number}`, number.toLowerCase(), `${number} đến đâu rồi?`]) {
    await story.binh.types(typed);
    await story.binh.receives('Diễn biến:');
  }
  await story.an.types(`/suco ${number}`);
  await story.an.receives('Diễn biến:');
  await story.an.receives('Câu 2/3.');
  await story.dung.types(`/suco ${number}`);
  await story.dung.receives(say('incident-none-such'));
  expect(await incidentRows(story)).toHaveLength(1);
});

test('“ok” to an alert is asked about, and only “có” takes it on', async () => {
  await story.binh.receives('SỰ CỐ SC-2026-0001');
  await story.binh.types('ok');
  await story.binh.receives('Anh/chị nhận xử lý SC-2026-0001');
  expect(await incidentRows(story)).toMatchObject([{ status: 'new' }]);
  await story.binh.types('có');
  await story.binh.receives('Anh/chị đã nhận SC-2026-0001');
  expect(await incidentRows(story)).toMatchObject([{ handledBy: 'Trần Thị Bình' }]);
});

test('“đã nhận” after somebody else hears who, and “có” takes it over', async () => {
  await story.until('2026-12-12T02:16:00+07:00');
  await story.chi.receives('SỰ CỐ SC-2026-0001');
  await story.binh.types('đã nhận');
  await story.chi.types('đã nhận');
  await story.chi.receives('Trần Thị Bình đã nhận SC-2026-0001');
  await story.chi.types('có');
  await story.chi.receives('Anh/chị đã nhận SC-2026-0001');
  expect(await incidentRows(story)).toMatchObject([{ handledBy: 'Lê Thị Chi' }]);
});

test('a number that stands under nothing is no news of whoever handles it', async () => {
  await story.binh.types('đã nhận');
  await story.binh.types('9');
  await story.binh.receives(say('incident-answer-unclear', { text: '9' }));
  expect((await timelineRows(story)).map(([kind]) => kind)).not.toContain('update');
});
