import { expect, test } from 'vitest';
import { aProvince } from '#test/kit/province.ts';

/** Telegram keeps updates for a day: that somebody opened their chat again may never be heard of. */
test('who writes to us has opened their chat again, whether we were told or not', async () => {
  const story = await aProvince();
  const { an, phones } = story;
  await an.blocks();
  await story.at('2026-12-07T08:30:00+07:00');
  await an.receivesNothing();

  phones.opens(an.chatId);
  await an.types('/trogiup');
  await an.screen();
  await story.at('2026-12-07T08:31:00+07:00');
  const texts = (await an.screen()).map(({ text }) => text);
  expect(texts.at(-1)).toContain('tháng 12/2026');
});
