import { beforeEach, describe, expect, test } from 'vitest';
import { linkChat } from '#storage/queries/identities.ts';
import { usedInMonth } from '#storage/queries/used-messages.ts';
import { inTransaction } from '#storage/transaction.ts';
import { aCountedBot, type CountedBot } from '#test/kit/counted-bot.ts';
import { type Line, putLines, rowOf } from '#test/kit/in-line.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

/** December: reports before 15/12, a Tuesday. The plan is BASIC: 3,000 messages, the last 150 for urgent ones. */
let story: Story;
let zalo: CountedBot;
/** Reporter at Sở Tài chính, who reads Zalo. */
let hoa: string;

beforeEach(async () => {
  story = await aProvince();
  zalo = await aCountedBot(story);
  hoa = await zalo.joins('Hoa', ['reporter', 'STC']);
});

const put = (...lines: Line[]) => putLines({ ...story, bot: zalo.bot }, lines);
const texts = () => zalo.sendings.map(({ text }) => text);
const remindersTo = (chatId: string) =>
  zalo.sendings.filter((sending) => sending.chatId === chatId && sending.text.includes('báo cáo')).length;

/** Time passes until then, and what is due then goes out on all channels. */
async function reminded(iso: string): Promise<void> {
  await story.until(iso);
  await zalo.delivered();
}

async function used(month = '2026-12') {
  const rows = await usedInMonth(story.store.db, month);
  return rows.map(({ bot, direction, kind, count }) => `${bot} ${direction} ${kind} ${count}`);
}

/** One more chat for an officer: the phone of the story. */
async function alsoReads(officerId: string, phone: StoryOfficer): Promise<void> {
  const linkedAt = new Date('2026-11-01T00:00:00Z');
  await inTransaction(story.store, (tx) =>
    linkChat(tx, {
      ...{ id: story.newId(), officerId, linkedAt },
      ...{ channel: 'rehearsal', bot: story.phones.channel.bot, chatId: phone.chatId },
    }),
  );
}

describe('what counts', () => {
  test('every message, both ways, by kind, in the month in which it happened', async () => {
    await zalo.receives('Hoa', '/lich');
    await zalo.delivered();
    await story.at('2026-12-14T08:30:00+07:00');
    await zalo.delivered();
    expect(await used()).toEqual([
      'zalo:1 sent reminder 1',
      'zalo:1 sent reply 1',
      'zalo:1 received message 1',
    ]);

    story.clock.set('2027-01-01T00:00:00+07:00');
    await zalo.receives('Hoa', '/lich');
    expect(await used('2027-01')).toEqual(['zalo:1 received message 1']);
  });

  test('an update that comes again counts once, and Telegram counts nothing', async () => {
    await zalo.receives('Hoa', '/lich', 'the same');
    await zalo.receives('Hoa', '/lich', 'the same');
    await story.an.types('/lich');
    await story.delivered();
    expect(await used()).toEqual(['zalo:1 received message 1']);
  });

  test('a send of which nobody knows how it ended counts once, however often it is tried', async () => {
    await put({ chatId: 'Hoa' });
    zalo.answers({ kind: 'unknown', detail: 'no answer' });
    for (let time = 0; time < 3; time += 1) {
      await zalo.delivered();
      story.wallClock.pass(60_000);
    }
    expect(await used()).toEqual(['zalo:1 sent notice 1']);
    zalo.answers(undefined);
    await zalo.delivered();
    expect(await used()).toEqual(['zalo:1 sent notice 2']);
  });

  test('a text in three parts counts three times', async () => {
    await put({ chatId: 'Hoa' });
    zalo.answers({ kind: 'sent', messageId: 'last part', parts: 3 });
    await zalo.delivered();
    expect(await used()).toEqual(['zalo:1 sent notice 3']);
  });
});

describe('from 90 % on', () => {
  test('early reminders are left out, the last two before it is due stay', async () => {
    await zalo.hasUsed(2_700);
    await reminded('2026-12-07T08:30:00+07:00');
    await reminded('2026-12-10T08:30:00+07:00');
    expect(remindersTo('Hoa')).toBe(0);
    expect(await story.an.screen()).toHaveLength(2);

    await reminded('2026-12-14T08:30:00+07:00');
    await reminded('2026-12-14T14:30:00+07:00');
    await reminded('2026-12-15T08:30:00+07:00');
    expect(remindersTo('Hoa')).toBe(3);
  });

  test('below, everybody gets all', async () => {
    await zalo.hasUsed(2_600);
    await reminded('2026-12-07T08:30:00+07:00');
    expect(remindersTo('Hoa')).toBe(1);
  });
});

describe('in the reserve', () => {
  beforeEach(() => zalo.hasUsed(2_849));

  test('one more message of any kind goes out, then only urgent ones', async () => {
    await put({ chatId: 'Hoa', text: 'last' });
    await zalo.delivered();
    const [waiting = ''] = await put(
      { chatId: 'Hoa', text: 'waits' },
      { chatId: 'Hoa', text: 'alarm', priority: 'urgent' },
    );
    await zalo.delivered();
    expect(texts()).toEqual(['last', 'alarm']);
    expect(await rowOf(story.store, waiting)).toMatchObject({ status: 'waiting', attempts: 0 });
  });

  test('what waited goes out on the first working morning of the month, piled up reminders as one', async () => {
    await zalo.hasUsed(1);
    await put({ chatId: 'Hoa', text: 'waits' });
    await story.until('2027-01-03T20:00:00+07:00');
    await zalo.delivered();
    expect(texts()).toEqual([]);

    await zalo.receives('Hoa', '/trogiup');
    await zalo.delivered();
    // What is asked in the new month is answered in it at once.
    expect(texts()).toEqual([expect.stringContaining('Tôi giúp anh/chị')]);

    await story.until('2027-01-04T08:30:00+07:00');
    await zalo.delivered();
    expect(texts().slice(1)).toEqual(['waits', expect.stringContaining('tháng 12/2026')]);
    const cancelled = await story.store.db
      .selectFrom('messages')
      .select('reason')
      .where('bot', '=', zalo.bot)
      .where('status', '=', 'cancelled')
      .execute();
    // base and its afternoon, the 1st and 3rd day overdue; the 5th is what was sent.
    expect(new Set(cancelled.map(({ reason }) => reason))).toEqual(new Set(['a later reminder says it']));
  });

  test('reminders go by another chat of the officer', async () => {
    await zalo.hasUsed(1);
    await alsoReads(hoa, story.stranger('Hoa'));
    await story.until('2026-12-14T09:00:00+07:00');
    await zalo.delivered();
    expect(texts()).toEqual([]);
    expect(story.phones.screenOf('phone of Hoa')).toHaveLength(1);
  });

  test('an urgent one is tried beyond our count, if there is no other way', async () => {
    await zalo.hasUsed(200);
    await put({ chatId: 'Hoa', officerId: hoa, text: 'alarm', priority: 'urgent' });
    await zalo.delivered();
    expect(texts()).toEqual(['alarm']);
  });
});
