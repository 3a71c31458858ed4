import { beforeEach, expect, test } from 'vitest';
import type { SendResult } from '#domain/channel.ts';
import { liftPause, pausesAt } from '#storage/queries/bot-pauses.ts';
import { linkChat } from '#storage/queries/identities.ts';
import { inTransaction } from '#storage/transaction.ts';
import { aCountedBot, type CountedBot } from '#test/kit/counted-bot.ts';
import { createEngine } from '#test/kit/engine.ts';
import { type Line, putLines, rowOf } from '#test/kit/in-line.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

/** Zalo's answer when the month's messages are used up: it says so, and never for how long. */
const usedUp: SendResult = {
  kind: 'retry',
  afterMs: 3_600_000,
  reason: '429 quota exceeded',
  quotaUsedUp: true,
};

/** It is 10 December, 10:00. */
let story: Story;
let zalo: CountedBot;
/** Reporter at Sở Tài chính, who reads Zalo alone. */
let hoa: string;
/** Administrator, in the rehearsal room. */
let quan: StoryOfficer;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-10T10:00:00+07:00' });
  zalo = await aCountedBot(story);
  hoa = await zalo.joins('Hoa', ['reporter', 'STC']);
  quan = await story.joins('Quân', ['administrator', 'SKHCN']);
});

const put = (...lines: Line[]) => putLines({ ...story, bot: zalo.bot }, lines);
const texts = () => zalo.sendings.map(({ text }) => text);
const alarm = { chatId: 'Hoa', text: 'alarm', priority: 'urgent' } as const;

function lift(): Promise<boolean> {
  return inTransaction(story.store, (tx) => liftPause(tx, zalo.bot, story.clock.now()));
}

test('the bot pauses until the month turns, also for a process that starts anew, and what is in line waits', async () => {
  zalo.answers(usedUp);
  const ids = await put({ chatId: 'Hoa', text: 'one' }, { chatId: 'Minh', text: 'two' });
  await zalo.delivered();
  expect(await pausesAt(story.store.db, story.clock.now())).toEqual([
    {
      bot: 'zalo:1',
      since: new Date('2026-12-10T10:00:00+07:00'),
      until: new Date('2027-01-01T00:00:00+07:00'),
      askAgainAt: new Date('2026-12-10T11:00:00+07:00'),
    },
  ]);

  zalo.answers(undefined);
  story.clock.set('2026-12-31T23:59:00+07:00');
  story.wallClock.pass(3_600_000);
  await createEngine({ ...story, holder: 'started anew' }).deliverAll(zalo.channel);
  expect(texts()).toEqual([]);
  for (const id of ids) expect(await rowOf(story.store, id)).toMatchObject({ status: 'waiting' });

  // 1 January is a holiday, then comes the weekend.
  story.clock.set('2027-01-04T08:30:00+07:00');
  await zalo.delivered();
  expect(texts()).toEqual(['one', 'two']);
});

test('administrators are told once, on another channel', async () => {
  await zalo.joins('Tâm', ['administrator', 'SKHCN']);
  zalo.answers(usedUp);
  await put({ chatId: 'Hoa' }, { chatId: 'Minh' }, { chatId: 'Lan' });
  await zalo.delivered();
  const { text } = await quan.receives('Bot bot 1 tạm dừng');
  expect(text).toContain('thứ Sáu 1/1/2027');
  expect(text).toContain('npm run -s cli -- quota lift zalo:1');
  await quan.receivesNothing();
});

test('an urgent message goes by another open chat of its officer', async () => {
  const phone = story.stranger('Hoa');
  await inTransaction(story.store, (tx) =>
    linkChat(tx, {
      ...{ id: story.newId(), officerId: hoa, linkedAt: new Date('2026-11-01T00:00:00Z') },
      ...{ channel: 'rehearsal', bot: story.phones.channel.bot, chatId: phone.chatId },
    }),
  );
  zalo.answers(usedUp);
  await put({ ...alarm, officerId: hoa, text: 'the first learns of it' });
  await zalo.delivered();
  await phone.receives('the first learns of it');

  await put({ ...alarm, officerId: hoa, text: 'the second goes there at once' });
  await zalo.delivered();
  await phone.receives('the second goes there at once');
  expect(texts()).toEqual([]);
});

test('an urgent message without another way asks again each hour, and is never given up', async () => {
  zalo.answers(usedUp);
  const [id = ''] = await put({ ...alarm, officerId: hoa });
  for (let hour = 0; hour < 50; hour += 1) {
    await zalo.delivered();
    story.clock.pass(3_600_000);
    story.wallClock.pass(3_600_000);
  }
  expect(await rowOf(story.store, id)).toMatchObject({ status: 'waiting', attempts: 50, uncertain: 0 });
});

test('one that is taken after all shows that the pause is over', async () => {
  zalo.answers(usedUp);
  await put({ ...alarm, officerId: hoa }, { chatId: 'Minh', text: 'waits' });
  await zalo.delivered();
  zalo.answers(undefined);
  story.clock.pass(3_600_000);
  story.wallClock.pass(3_600_000);
  await zalo.delivered();
  expect(texts()).toEqual(['alarm', 'waits']);
  expect(await pausesAt(story.store.db, story.clock.now())).toEqual([]);
});

test('an administrator lifts the pause: all goes on at once, and a new one is told anew', async () => {
  zalo.answers(usedUp);
  await put({ ...alarm, officerId: hoa }, { chatId: 'Minh', text: 'waits' });
  await zalo.delivered();
  await quan.receives('tạm dừng');

  expect(await lift()).toBe(true);
  expect(await lift()).toBe(false);
  story.clock.pass(60_000);
  await zalo.delivered();
  await quan.receives('tạm dừng');

  await lift();
  zalo.answers(undefined);
  await zalo.delivered();
  expect(texts()).toEqual(['alarm', 'waits']);
});

test('a pause that is lifted in the evening does not let reminders out before the morning', async () => {
  zalo.answers(usedUp);
  await put({ chatId: 'Hoa', text: 'waits' }, { ...alarm, officerId: hoa });
  await zalo.delivered();
  story.clock.set('2026-12-10T21:00:00+07:00');
  await lift();
  zalo.answers(undefined);
  await zalo.delivered();
  expect(texts()).toEqual(['alarm']);

  story.clock.set('2026-12-11T08:30:00+07:00');
  await zalo.delivered();
  expect(texts()).toEqual(['alarm', 'waits']);
});

test('at 80 % and again at the reserve administrators are told, once each month and bot, in the sending hours', async () => {
  await zalo.hasUsed(2_400);
  await story.at('2026-12-10T22:00:00+07:00');
  await quan.receivesNothing();
  await story.at('2026-12-11T08:30:00+07:00');
  await quan.receives('2400/3000 tin của tháng này (80 %)');
  await zalo.hasUsed(300);
  await story.at('2026-12-11T08:31:00+07:00');
  await quan.receivesNothing();
  await zalo.hasUsed(150);
  await story.at('2026-12-11T08:32:00+07:00');
  await quan.receives('Phần còn lại dành cho tin khẩn');
  await story.at('2026-12-11T08:33:00+07:00');
  await quan.receivesNothing();

  story.clock.set('2027-01-05T08:30:00+07:00');
  await zalo.hasUsed(2_400);
  await story.at('2027-01-05T08:31:00+07:00');
  await quan.receives('2400/3000');
});
