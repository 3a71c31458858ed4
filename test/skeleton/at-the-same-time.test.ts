import { beforeEach, expect, test } from 'vitest';
import { incomingFromPhone } from '#bot/rehearsal/incoming.ts';
import { textIn } from '#locales/text.ts';
import { createEngine } from '#test/kit/engine.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');

let story: Story;
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
});

const typed = ({ chatId }: StoryOfficer, text: string, updateId: string) =>
  incomingFromPhone(chatId, updateId, { kind: 'typed', text });

test('the same update to two processes is dealt with once', async () => {
  const { an, engine, phones } = story;
  const asked = typed(an, '/trogiup', 'the same');
  await Promise.all([engine.receive(asked), engine.receive(asked), engine.receive(asked)]);
  await story.delivered();
  expect(phones.screenOf(an.chatId)).toHaveLength(2);
});

test('a person who presses twice has recorded once', async () => {
  const { an, engine, store } = story;
  await an.types('gửi qua trục rồi, số 7/BC-STC ngày 7/12');
  await an.taps(say('filing-all', { count: 3 }));
  await an.receives('7/BC-STC');
  await Promise.all([
    engine.receive(typed(an, 'ghi nhận', 'one')),
    engine.receive(typed(an, 'ghi nhận', 'two')),
  ]);
  const filed = await store.db
    .selectFrom('submissions')
    .select(['kind', 'documentNumber', 'version'])
    .execute();
  expect(filed).toEqual(Array(3).fill({ kind: 'filed', documentNumber: '7/BC-STC', version: 1 }));
  expect(story.log.lines).toEqual([]);
});

test('two reporters of one unit who record the same reports record them once', async () => {
  const { an, engine, store } = story;
  const hoa = await story.joins('Đỗ Thị Hoa', ['reporter', 'STC']);
  for (const officer of [an, hoa]) {
    await officer.types('gửi qua trục rồi, số 7/BC-STC ngày 7/12');
    await officer.taps(say('filing-all', { count: 3 }));
    await officer.receives('7/BC-STC');
  }
  await Promise.all([
    engine.receive(typed(an, 'ghi nhận', 'one')),
    engine.receive(typed(hoa, 'ghi nhận', 'two')),
  ]);
  expect(await store.db.selectFrom('submissions').select('version').execute()).toEqual(
    Array(3).fill({ version: 1 }),
  );
  expect(story.log.lines).toEqual([]);
});

test('three processes that plan and deliver at once remind once', async () => {
  const { clock, phones, an } = story;
  const processes = ['one', 'two', 'three'].map((holder) => createEngine({ ...story, holder }));
  clock.set('2026-12-10T08:30:00+07:00');
  await Promise.all(processes.map((engine) => engine.plan()));
  await Promise.all(processes.map((engine) => engine.deliverAll(phones.channel)));
  expect(phones.screenOf(an.chatId)).toHaveLength(2);
});
