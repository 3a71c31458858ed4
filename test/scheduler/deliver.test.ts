import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { SendResult } from '#domain/channel.ts';
import { startDelivering } from '#test/kit/delivering.ts';
import { type Line, putLines, rowOf } from '#test/kit/in-line.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

let story: Story;
beforeEach(async () => {
  story = await aProvince();
});

const put = (...lines: Line[]) => putLines(story, lines);
const sent = () => story.phones.sendings.map(({ text }) => text);

test('what is in line goes out in order, and stands in the table as it was sent', async () => {
  const [id = ''] = await put({ chatId: 'a', text: 'first' }, { chatId: 'a', text: 'second' });
  await story.delivered();
  expect(sent()).toEqual(['first', 'second']);
  expect(await rowOf(story.store, id)).toMatchObject({
    status: 'sent',
    sentAt: story.clock.now(),
    sent: { text: 'first' },
    attempts: 1,
    uncertain: 0,
  });
});

test('a commit wakes the deliverer', async () => {
  const delivering = startDelivering(story, story.phones.channel);
  await delivering.looks();
  const [id = ''] = await put({ chatId: 'a', text: 'now' });
  await delivering.becomes(id, 'sent');
  expect(sent()).toEqual(['now']);
});

test('when the platform asks to wait, nothing of the bot goes out for so long', async () => {
  story.phones.nextSendEnds({ kind: 'retry', afterMs: 5_000, reason: 'Too Many Requests' });
  const delivering = startDelivering(story, story.phones.channel);
  const [refused = ''] = await put({ chatId: 'a', text: 'too early' });
  expect(await delivering.becomes(refused, 'waiting', 1)).toMatchObject({
    reason: 'Too Many Requests',
    uncertain: 0,
    notBefore: new Date(story.wallClock.now().getTime() + 5_000),
  });

  const [other = ''] = await put({ chatId: 'b', text: 'alarm', priority: 'urgent' });
  story.wallClock.pass(4_999);
  await delivering.looks();
  expect(sent()).toEqual([]);

  story.wallClock.pass(1);
  await delivering.looks();
  await delivering.becomes(other, 'sent');
  await delivering.becomes(refused, 'sent');
  expect(sent()).toEqual(['alarm', 'too early']);
});

test('an outage gives no message up, however long it lasts', async () => {
  const down: SendResult = { kind: 'retry', afterMs: 3_000, reason: 'connect ECONNREFUSED' };
  story.phones.nextSendEnds(down, { times: 200 });
  const [id = ''] = await put({ chatId: 'a', text: 'after the outage' });
  for (let minute = 0; minute < 200; minute += 1) {
    await story.delivered();
    story.wallClock.pass(60_000);
  }
  expect(await rowOf(story.store, id)).toMatchObject({ status: 'waiting', attempts: 200, uncertain: 0 });
  await story.delivered();
  expect(sent()).toEqual(['after the outage']);
});

test('each time that the platform fails at a message, the others go before it for longer', async () => {
  story.phones.nextSendEnds(
    { kind: 'retry', afterMs: 3_000, reason: '500 Internal Server Error' },
    { times: 7 },
  );
  const [id = ''] = await put({ chatId: 'a' });
  const waits: number[] = [];
  for (let time = 0; time < 7; time += 1) {
    await story.delivered();
    const { notBefore } = await rowOf(story.store, id);
    waits.push(((notBefore?.getTime() ?? 0) - story.wallClock.now().getTime()) / 1_000);
    story.wallClock.pass(60_000);
  }
  expect(waits).toEqual([3, 3, 4, 8, 16, 30, 30]);
});

test('a send of which nobody knows how it ended is tried again, and marked', async () => {
  story.phones.nextSendEnds({ kind: 'unknown', detail: 'no answer' }, { arrives: true });
  const [id = ''] = await put({ chatId: 'a', text: 'perhaps twice' });
  await story.delivered();
  expect(await rowOf(story.store, id)).toMatchObject({
    status: 'waiting',
    uncertain: 1,
    reason: 'no answer',
  });
  story.wallClock.pass(1_000);
  await story.delivered();
  expect(await rowOf(story.store, id)).toMatchObject({ status: 'sent', uncertain: 1, attempts: 2 });
  expect(sent()).toEqual(['perhaps twice', 'perhaps twice']);
});

test('tries come further and further apart, and end', async () => {
  story.phones.nextSendEnds({ kind: 'unknown', detail: 'no answer' }, { times: 100 });
  const [id = ''] = await put({ chatId: 'a' });
  const waits: number[] = [];
  for (let row = await rowOf(story.store, id); row.status === 'waiting'; row = await rowOf(story.store, id)) {
    if (row.notBefore) {
      waits.push((row.notBefore.getTime() - story.wallClock.now().getTime()) / 1_000);
      story.wallClock.set(row.notBefore.toISOString());
    }
    await story.delivered();
  }
  expect(waits.slice(0, 11)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900]);
  expect(await rowOf(story.store, id)).toMatchObject({ status: 'failed', attempts: 40, uncertain: 39 });
  expect(story.log.lines.filter(({ level }) => level === 'error')).toEqual([
    { level: 'error', object: { message: id, reason: 'no answer' }, message: 'a message was given up' },
  ]);
});

test('what the platform will never take is not tried again', async () => {
  story.phones.nextSendEnds({ kind: 'refused', reason: 'rejected', detail: 'message is too long' });
  const [id = ''] = await put({ chatId: 'a' });
  await story.delivered();
  expect(await rowOf(story.store, id)).toMatchObject({
    status: 'refused',
    reason: 'rejected: message is too long',
    attempts: 1,
  });
});

test('a person who has blocked the bot is not written to until they open the chat again', async () => {
  const { an } = story;
  story.phones.blocks(an.chatId);
  const [id = ''] = await put({ chatId: an.chatId, officerId: an.id });
  await story.delivered();
  expect(await rowOf(story.store, id)).toMatchObject({ status: 'refused' });

  await story.at('2026-12-07T08:30:00+07:00');
  await an.receivesNothing();
  await an.unblocks();
  await story.at('2026-12-07T08:31:00+07:00');
  await an.receives('tháng 12/2026');
});

test('a claim whose holder has died goes back in line after 30 seconds, marked', async () => {
  const [id = ''] = await put({ chatId: 'a', text: 'left behind' });
  const stuck = await stuckSend();
  story.wallClock.pass(30_000);
  await story.delivered();
  expect(await rowOf(story.store, id)).toMatchObject({ status: 'sending' });
  story.wallClock.pass(1);
  await story.delivered();
  expect(await rowOf(story.store, id)).toMatchObject({ status: 'sent', uncertain: 1, attempts: 2 });
  expect(sent()).toEqual(['left behind']);
  await stuck.ends({ kind: 'unknown', detail: 'gone' });
});

test('what a dead process was sending goes back in line also while there is always something to send', async () => {
  await put({ chatId: 'a', text: 'left behind', priority: 'reply' });
  const stuck = await stuckSend();
  await put(...Array.from({ length: 5 }, (_, n) => ({ chatId: `chat ${n}`, text: `reminder ${n}` })));
  story.wallClock.pass(30_001);
  await story.delivered();
  expect(sent()[0]).toBe('left behind');
  await stuck.ends({ kind: 'unknown', detail: 'gone' });
});

test.each<SendResult>([
  { kind: 'unknown', detail: 'no answer' },
  { kind: 'retry', afterMs: 1_000, reason: 'Too Many Requests' },
  { kind: 'refused', reason: 'rejected', detail: 'chat not found' },
])('a process that slept through its claim changes nothing any more: $kind', async (result) => {
  const [id = ''] = await put({ chatId: 'a', text: 'sent by another' });
  const stuck = await stuckSend();
  story.wallClock.pass(30_001);
  await story.delivered();
  await stuck.ends(result);
  story.wallClock.pass(60_000);
  await story.delivered();
  expect(await rowOf(story.store, id)).toMatchObject({ status: 'sent', uncertain: 1, attempts: 2 });
  expect(sent()).toEqual(['sent by another']);
});

/** A deliverer that has claimed the next message and hangs in its send until the test lets it end. */
async function stuckSend(): Promise<{ ends(result: SendResult): Promise<void> }> {
  const began = Promise.withResolvers<void>();
  const end = Promise.withResolvers<SendResult>();
  const delivering = startDelivering(story, {
    ...story.phones.channel,
    send: () => {
      began.resolve();
      return end.promise;
    },
  });
  onTestFinished(() => end.resolve({ kind: 'unknown', detail: 'the test is over' }));
  await began.promise;
  return {
    async ends(result) {
      end.resolve(result);
      await delivering.stops();
    },
  };
}
