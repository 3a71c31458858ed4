import { beforeEach, expect, test } from 'vitest';
import type { IncomingMessage } from '#domain/channel.ts';
import { untilArrived } from '#scheduler/until-arrived.ts';
import { recordSent } from '#storage/queries/message-outcomes.ts';
import { claimNext } from '#storage/queries/messages.ts';
import { inTransaction } from '#storage/transaction.ts';
import { putLines } from '#test/kit/in-line.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

const bot = 'zalo:1';
let story: Story;
let waits: number;

beforeEach(async () => {
  story = await aProvince();
  waits = 0;
});

const typed: IncomingMessage = {
  ...{ bot, channel: 'zalo', updateId: '1', chatId: 'Hoa', chatKind: 'private' },
  content: { kind: 'text', text: '2' },
};

/** A question to somebody is on its way; its id. */
async function isSent(chatId: string): Promise<string> {
  const [id = ''] = await putLines({ ...story, bot }, [{ chatId }]);
  const claim = { bot, holder: 'this one', wallNow: story.wallClock.now(), busyChats: [] };
  await inTransaction(story.store, (tx) => claimNext(tx, claim));
  return id;
}

function arrived(id: string): Promise<void> {
  const proof = { at: story.clock.now(), platformMessageId: id, sent: { text: 'Câu 2' } };
  return inTransaction(story.store, (tx) => recordSent(tx, id, proof));
}

test('a text waits for the question that is being sent to its chat', async () => {
  const id = await isSent('Hoa');
  await untilArrived(story.store, typed, async () => {
    waits += 1;
    if (waits === 3) await arrived(id);
  });
  expect(waits).toBe(3);
});

test('a second at most, should nobody know what became of it', async () => {
  await isSent('Hoa');
  await untilArrived(story.store, typed, async (ms) => {
    waits += ms;
  });
  expect(waits).toBe(1_000);
});

test('not for what goes to somebody else', async () => {
  await isSent('Minh');
  await untilArrived(story.store, typed, () => Promise.reject(new Error('it waited')));
});
