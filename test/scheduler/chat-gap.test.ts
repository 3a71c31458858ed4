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

test('an alert to a chat that has just got a reminder waits for the rest of its second, and holds up no other alert', async () => {
  const story = await aProvince();
  const { phones, wallClock } = story;
  const start = wallClock.now().getTime();
  const arrivals: string[] = [];
  const channel: Channel = {
    ...phones.channel,
    limits: { ...phones.channel.limits, chatGapMs: 1_000 },
    send(chatId, message) {
      arrivals.push(`${wallClock.now().getTime() - start} ${chatId} ${message.text}`);
      return phones.channel.send(chatId, message);
    },
  };
  const delivering = startDelivering(story, channel);
  const [reminder = ''] = await putLines(story, [{ chatId: 'a', text: 'reminder' }]);
  await delivering.becomes(reminder, 'sent');
  const [here = '', there = ''] = await putLines(story, [
    { chatId: 'a', text: 'alert', priority: 'urgent' },
    { chatId: 'b', text: 'alert', priority: 'urgent' },
  ]);
  await delivering.becomes(there, 'sent');

  // More than one a second is refused by the platform, and a refusal stops the whole bot: a second late is sooner.
  wallClock.pass(1_000);
  const [later = ''] = await putLines(story, [{ chatId: 'c', text: 'reminder' }]);
  await delivering.becomes(here, 'sent');
  await delivering.becomes(later, 'sent');
  expect(arrivals).toEqual(['0 a reminder', '0 b alert', '1000 a alert', '1000 c reminder']);
});
