import { expect, test } from 'vitest';
import type { Channel } from '#domain/channel.ts';
import { startDelivering } from '#test/kit/delivering.ts';
import { putLines } from '#test/kit/in-line.ts';
import { aProvince } from '#test/kit/province.ts';

test('the gap within a chat counts from the answer to a send, however long that took to come', async () => {
  const story = await aProvince();
  const { phones, wallClock } = story;
  const start = wallClock.now().getTime();
  const arrivals: number[] = [];
  const slow: Channel = {
    ...phones.channel,
    limits: { ...phones.channel.limits, chatGapMs: 1_000 },
    async send(chatId, message) {
      // The first is a long time on its way, the second arrives at once.
      if (arrivals.length === 0) wallClock.pass(300);
      arrivals.push(wallClock.now().getTime() - start);
      return phones.channel.send(chatId, message);
    },
  };
  const delivering = startDelivering(story, slow);
  const [first = '', second = ''] = await putLines(story, [{ chatId: 'a' }, { chatId: 'a' }]);
  await delivering.becomes(first, 'sent');

  wallClock.pass(999);
  await delivering.looks();
  expect(arrivals).toEqual([300]);

  wallClock.pass(1);
  await delivering.looks();
  await delivering.becomes(second, 'sent');
  expect(arrivals).toEqual([300, 1_300]);
});
