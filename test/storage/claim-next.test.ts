import { beforeEach, expect, test } from 'vitest';
import { rehearsalBot } from '#bot/rehearsal/channel.ts';
import { recordRetry, recordSent } from '#storage/queries/message-outcomes.ts';
import { claimNext } from '#storage/queries/messages.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { settableClock } from '#test/kit/clocks.ts';
import { countingIds } from '#test/kit/counting-ids.ts';
import { type Line, putLines, rowOf } from '#test/kit/in-line.ts';
import { openTestStore } from '#test/setup/open-test-store.ts';

let store: Store;
const newId = countingIds();
const wall = settableClock('2026-12-07T01:30:00Z');

beforeEach(async () => {
  store = await openTestStore();
});

const put = (...lines: Line[]) => putLines({ store, newId }, lines);

/** Claims once; the text of what was claimed. */
async function claim(busyChats: string[] = []): Promise<string | undefined> {
  const claimed = await claimRow(busyChats);
  return claimed?.content.kind === 'text' ? claimed.content.text : undefined;
}

/** The same, and the platform takes it. */
async function sendNext(): Promise<string | undefined> {
  const claimed = await claimRow();
  if (!claimed) return undefined;
  const proof = { at: wall.now(), platformMessageId: claimed.id, sent: { text: '' } };
  await inTransaction(store, (tx) => recordSent(tx, claimed.id, proof));
  return claimed.content.kind === 'text' ? claimed.content.text : undefined;
}

function claimRow(busyChats: string[] = []) {
  return inTransaction(store, (tx) =>
    claimNext(tx, { bot: rehearsalBot, holder: 'one', wallNow: wall.now(), busyChats }),
  );
}

/** Says of a message that was claimed for the first time that it has to wait. */
async function retryLater(id: string, afterMs: number): Promise<void> {
  const notBefore = new Date(wall.now().getTime() + afterMs);
  await inTransaction(store, (tx) =>
    recordRetry(tx, { id, attempts: 1 }, { notBefore, reason: 'busy', uncertain: false }),
  );
}

test('urgent goes before replies, replies before the rest, and the oldest first in each', async () => {
  await put(
    { chatId: 'a', text: 'reminder 1' },
    { chatId: 'b', text: 'reminder 2' },
    { chatId: 'c', text: 'reply 1', priority: 'reply' },
    { chatId: 'd', text: 'alarm', priority: 'urgent' },
    { chatId: 'e', text: 'reply 2', priority: 'reply' },
  );
  const order = [await claim(), await claim(), await claim(), await claim(), await claim(), await claim()];
  expect(order).toEqual(['alarm', 'reply 1', 'reply 2', 'reminder 1', 'reminder 2', undefined]);
});

test('behind 5,000 waiting reminders a reply is the next to be claimed, and an alarm before it', async () => {
  const reminders = Array.from({ length: 5_000 }, (_, n) => ({ chatId: `chat ${n}`, text: `reminder ${n}` }));
  await put(...reminders);
  expect([await claim(), await claim()]).toEqual(['reminder 0', 'reminder 1']);
  await put({ chatId: 'chat 4000', text: 'reply', priority: 'reply' });
  expect(await claim()).toBe('reply');
  await put(
    { chatId: 'chat 4001', text: 'another reply', priority: 'reply' },
    { chatId: 'chat 4002', text: 'alarm', priority: 'urgent' },
  );
  expect([await claim(), await claim(), await claim()]).toEqual(['alarm', 'another reply', 'reminder 2']);
});

test('a chat that is being written to is passed over, also by what is urgent', async () => {
  await put(
    { chatId: 'busy', text: 'alarm', priority: 'urgent' },
    { chatId: 'busy', text: 'reminder 1' },
    { chatId: 'free', text: 'reminder 2' },
  );
  expect([await claim(['busy']), await claim(['busy'])]).toEqual(['reminder 2', undefined]);
  expect(await claim()).toBe('alarm');
});

test('what another bot has in line is not touched', async () => {
  await put({ chatId: 'a', text: 'elsewhere', bot: 'telegram:1' });
  expect(await claim()).toBeUndefined();
});

test('a message that waits for its retry holds back the later ones of its chat, except urgent ones', async () => {
  const [first] = await put(
    { chatId: 'a', text: 'first' },
    { chatId: 'a', text: 'reply', priority: 'reply' },
    { chatId: 'b', text: 'other chat' },
  );
  // The reply is taken first; what it holds back is nothing, for it is later than the reminder.
  expect(await sendNext()).toBe('reply');
  expect(await claim()).toBe('first');
  await retryLater(first ?? '', 60_000);
  await put(
    { chatId: 'a', text: 'held back' },
    { chatId: 'a', text: 'held back too', priority: 'reply' },
    { chatId: 'a', text: 'alarm', priority: 'urgent' },
  );
  expect([await sendNext(), await sendNext(), await sendNext()]).toEqual(['alarm', 'other chat', undefined]);
  wall.pass(60_000);
  expect([await sendNext(), await sendNext(), await sendNext()]).toEqual([
    'held back too',
    'first',
    'held back',
  ]);
});

test('what another process may still be sending holds back the later ones of its chat, except urgent ones', async () => {
  await put({ chatId: 'a', text: 'question 1', priority: 'reply' });
  expect(await claim()).toBe('question 1');
  await put(
    { chatId: 'a', text: 'question 2', priority: 'reply' },
    { chatId: 'a', text: 'alarm', priority: 'urgent' },
    { chatId: 'b', text: 'other chat' },
  );
  expect([await claim(), await claim(), await claim()]).toEqual(['alarm', 'other chat', undefined]);
});

test('a claim notes who has it and counts the tries', async () => {
  const [id = ''] = await put({ chatId: 'a' });
  expect(await claimRow()).toMatchObject({ id, attempts: 1, uncertain: 0, officerId: null });
  await retryLater(id, 0);
  expect(await claimRow()).toMatchObject({ id, attempts: 2 });
  expect(await rowOf(store, id)).toMatchObject({ status: 'sending', attempts: 2 });
});

test('two that claim at the same time never get the same message', async () => {
  await put(...Array.from({ length: 40 }, (_, n) => ({ chatId: `chat ${n}` })));
  const claims = await Promise.all(Array.from({ length: 40 }, () => claimRow()));
  expect(new Set(claims.map((claimed) => claimed?.id)).size).toBe(40);
});

test('a message whose key is in line already is left out', async () => {
  await put({ chatId: 'a', key: 'once', text: 'first' });
  await put({ chatId: 'a', key: 'once', text: 'again' }, { chatId: 'a', key: 'other', text: 'other' });
  expect([await sendNext(), await sendNext(), await sendNext()]).toEqual(['first', 'other', undefined]);
});

test('what was sent is frozen beside the time and the id that the platform gave', async () => {
  const [id = ''] = await put({ chatId: 'a', text: 'wanted' });
  await claimRow();
  const at = new Date('2026-12-07T01:31:00Z');
  await inTransaction(store, (tx) =>
    recordSent(tx, id, { at, platformMessageId: '77', sent: { text: 'as it went out' } }),
  );
  expect(await rowOf(store, id)).toMatchObject({
    status: 'sent',
    sentAt: at,
    sent: { text: 'as it went out' },
  });
});

test('where the quota leaves only urgent ones, the others stay as they are', async () => {
  const [waits = ''] = await put(
    { chatId: 'a', text: 'reminder' },
    { chatId: 'b', text: 'reply', priority: 'reply' },
    { chatId: 'a', text: 'alarm', priority: 'urgent' },
  );
  expect([await allowed({ urgentOnly: true }), await allowed({ urgentOnly: true })]).toEqual([
    'alarm',
    undefined,
  ]);
  expect(await rowOf(store, waits)).toMatchObject({ status: 'waiting', attempts: 0 });
});

test('what a quota has held back waits for the sending hours, what is new does not', async () => {
  const noon = new Date('2026-12-07T05:00:00Z');
  await put(
    { chatId: 'a', text: 'held back' },
    { chatId: 'b', text: 'held back, urgent', priority: 'urgent' },
    { chatId: 'c', text: 'new', createdAt: noon },
  );
  const since = { notUrgentSince: noon };
  expect([await allowed(since), await allowed(since), await allowed(since)]).toEqual([
    'held back, urgent',
    'new',
    undefined,
  ]);
});

/** Claims once of what a bot's quota allows; the text of it. */
async function allowed(by: { urgentOnly: boolean } | { notUrgentSince: Date }): Promise<string | undefined> {
  const claimed = await inTransaction(store, (tx) =>
    claimNext(tx, { bot: rehearsalBot, holder: 'one', wallNow: wall.now(), busyChats: [], ...by }),
  );
  return claimed?.content.kind === 'text' ? claimed.content.text : undefined;
}
