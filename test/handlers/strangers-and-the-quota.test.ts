import { beforeEach, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { usedBy } from '#storage/queries/used-messages.ts';
import { resultOf } from '#test/app/commands/command-context.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { arrives } from '#test/kit/raw-updates.ts';
import { type SecondChannel, secondChannel } from '#test/kit/second-channel.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');

/** Zalo counts what its bot sends: a stranger who goes on writing must not use up the month of everybody else. */
let story: Story;
let zalo: SecondChannel;
let hoa: StoryOfficer;

beforeEach(async () => {
  story = await aProvince();
  zalo = await secondChannel(story, 'zalo');
  hoa = zalo.phoneOf('Hoa');
  const options = { unit: 'STC', name: 'Đỗ Thị Hoa', position: 'reporter' } as const;
  await resultOf({ ...story, newInviteCode: () => 'ABCD2345' }, 'officers-add', options);
});

/** Six messages, from 08:00:00 on, a minute apart; the answers to five of them have been read. */
async function asksSixTimes(): Promise<void> {
  for (const text of ['xin chào', '/baocao', 'ABCD-2346', 'alo?', 'có ai không']) {
    await hoa.types(text);
    await hoa.receives('');
    story.clock.pass(60_000);
  }
  await hoa.types('ABCD-2347');
}

test('the sixth answer of a day is the last, and says so', async () => {
  await asksSixTimes();
  expect((await hoa.receives('')).text).toBe(`${say('code-unknown')}\n\n${say('stranger-last-answer')}`);
  for (const text of ['xin chào', 'ABCD-2348', '/trogiup']) {
    await hoa.types(text);
    await hoa.receivesNothing();
  }
  // What came counts all the same: nine messages, and the six answers.
  expect(await usedBy(story.store.db, zalo.bot, '2026-12')).toBe(15);
});

test('whoever guesses is told that there were too many guesses before the answers are used up', async () => {
  for (const guess of ['BCDE2222', 'FGHJ3333', 'KMNP4444', 'QRST5555', 'WXYZ6666']) {
    await hoa.types(guess);
    expect((await hoa.receives('')).text).toBe(say('code-unknown'));
  }
  await hoa.types('ABCD-2345');
  expect((await hoa.receives('')).text).toBe(`${say('code-too-many')}\n\n${say('stranger-last-answer')}`);
  await hoa.types('ABCD-2345');
  await hoa.receivesNothing();
  story.clock.pass(60 * 60_000 + 1_000);
  await hoa.types('ABCD-2345');
  await hoa.receives('Xin chào Đỗ Thị Hoa');
});

test('a right code is taken all the same, and whoever is known is answered always', async () => {
  await asksSixTimes();
  await hoa.receives(say('stranger-last-answer'));
  await hoa.types('alo?');
  await hoa.receivesNothing();
  await hoa.types('ABCD-2345');
  await hoa.receives('Xin chào Đỗ Thị Hoa');
  for (let time = 0; time < 7; time += 1) {
    await hoa.types('hihi');
    await hoa.receives(say('not-understood'));
  }
});

test('a day after the first message all begins anew', async () => {
  await asksSixTimes();
  await hoa.receives(say('stranger-last-answer'));
  story.clock.set('2026-12-02T08:00:00+07:00');
  await hoa.types('alo?');
  await hoa.receivesNothing();
  story.clock.set('2026-12-02T08:00:01+07:00');
  await hoa.types('alo?');
  expect((await hoa.receives('')).text).toBe(say('stranger-hello'));
});

test('each stranger has answers of their own', async () => {
  await asksSixTimes();
  const other = zalo.phoneOf('Other');
  await other.types('xin chào');
  await other.receives(say('stranger-hello'));
});

test('whoever unlinks is a stranger who has asked nothing yet', async () => {
  await asksSixTimes();
  await hoa.types('ABCD-2345');
  await hoa.receives('Xin chào Đỗ Thị Hoa');
  await hoa.types('/lienket');
  await hoa.types('Gỡ Zalo');
  await hoa.types(say('button-unlink-last'));
  await hoa.receives('Đã gỡ Zalo.');
  await hoa.types('alo?');
  await hoa.receives(say('stranger-hello'));
});

test('a group, too, is told only so often to write in private', async () => {
  const group = { chatId: 'group of Sở Tài chính' };
  for (let time = 0; time < 7; time += 1) {
    await arrives(
      story,
      group,
      { kind: 'text', text: '/baocao' },
      { chatKind: 'group', channel: 'zalo', bot: zalo.bot },
    );
  }
  await zalo.delivered();
  const told = zalo.phones.screenOf(group.chatId).map(({ text }) => text);
  expect(told).toEqual(Array(6).fill(say('group-only-private')));
});

test('where nothing is counted every stranger is answered', async () => {
  const stranger = story.stranger('Nobody');
  for (let time = 0; time < 12; time += 1) {
    await stranger.types('xin chào');
    expect((await stranger.receives('')).text).toBe(say('stranger-hello'));
  }
});
