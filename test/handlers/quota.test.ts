import { beforeEach, expect, test } from 'vitest';
import { aCountedBot, type CountedBot } from '#test/kit/counted-bot.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

/** 10 December, 10:00: 9.42 days of the month have passed, 21.58 are left. */
let story: Story;
let zalo: CountedBot;
/** Administrator, in the rehearsal room. */
let quan: StoryOfficer;

beforeEach(async () => {
  story = await aProvince();
  zalo = await aCountedBot(story);
  await zalo.joins('Hoa', ['reporter', 'STC']);
  quan = await story.joins('Quân', ['administrator', 'SKHCN']);
  await zalo.hasUsed(90);
  await story.at('2026-12-10T10:00:00+07:00');
  await zalo.delivered();
});

test('an administrator sees what each bot has used, and the forecast', async () => {
  await quan.types('/hanmuc');
  // 90 of talk and a reminder; five reminders to come if Hoa sends nothing; 90 / 9.42 a day for 21.58 days.
  expect((await quan.receives('Hạn mức')).text).toBe(
    [
      'Hạn mức tin nhắn tháng 12/2026:',
      '',
      'bot 1: 91/3000 tin (3 %), 1/50 người.',
      'Dự kiến đến hết tháng: 302 tin. Còn đủ dùng.',
    ].join('\n'),
  );
});

test('a thinned bot has fewer reminders to come, and says so', async () => {
  await zalo.hasUsed(2_610);
  await quan.types('hạn mức');
  const { text } = await quan.receives('2701/3000 tin (90 %)');
  expect(text).toContain('Đang bớt các lần nhắc sớm.');
});

test('it is in the help of administrators, and for them alone', async () => {
  await quan.types('/trogiup');
  await quan.receives('/hanmuc');
  await story.an.types('/trogiup');
  expect((await story.an.receives('Tôi giúp anh/chị')).text).not.toContain('/hanmuc');
  await story.an.types('/hanmuc');
  await story.an.receives('Chỉ quản trị viên');
});
