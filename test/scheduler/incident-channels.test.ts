import { beforeEach, describe, expect, test } from 'vitest';
import type { SendResult } from '#domain/channel.ts';
import { linkChat, linkedChatsOf, unlinkChats } from '#storage/queries/identities.ts';
import { inTransaction } from '#storage/transaction.ts';
import { anIncident } from '#test/kit/an-incident.ts';
import { aCountedBot, type CountedBot } from '#test/kit/counted-bot.ts';
import { createEngine } from '#test/kit/engine.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

/** A Saturday night; the head of Sở Tài chính reads Zalo beside the rehearsal room. */
let story: Story;
let zalo: CountedBot;

beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-12T02:00:00+07:00' });
  zalo = await aCountedBot(story);
  const chat = { channel: 'zalo' as const, bot: zalo.bot, chatId: 'Bình' };
  await inTransaction(story.store, (tx) =>
    linkChat(tx, { id: story.newId(), officerId: story.binh.id, ...chat, linkedAt: story.clock.now() }),
  );
});

const firstLines = () => zalo.sendings.map(({ text }) => text.split('\n')[0]);
const headline = 'SỰ CỐ SC-2026-0001 – Sở Tài chính: mã hóa dữ liệu, mức nghiêm trọng';

const usedUp: SendResult = {
  kind: 'retry',
  afterMs: 3_600_000,
  reason: '429 quota exceeded',
  quotaUsedUp: true,
};

describe('an alert goes to every chat of a person', () => {
  test('on both channels, at night', async () => {
    await anIncident(story, { by: story.an });
    await zalo.delivered();
    await story.binh.receives(headline);
    expect(firstLines()).toEqual([headline]);
  });

  test('also with the last messages of the month, which are kept for that', async () => {
    await zalo.hasUsed(2_990);
    await anIncident(story, { by: story.an });
    await zalo.delivered();
    expect(firstLines()).toEqual([headline]);
  });

  test('once on each: the chat of a bot whose month is used up does not send its own to the other', async () => {
    zalo.answers(usedUp);
    await anIncident(story, { by: story.an });
    await zalo.delivered();
    await story.binh.receives(headline);
    await story.binh.receivesNothing();

    // An hour later it is asked again, and says yes.
    zalo.answers(undefined);
    story.clock.pass(3_600_000);
    story.wallClock.pass(3_600_000);
    await zalo.delivered();
    expect(firstLines()).toEqual([headline]);
    await story.binh.receivesNothing();
  });

  test('the next round replaces what is still in line', async () => {
    zalo.answers(usedUp);
    await anIncident(story, { by: story.an });
    await zalo.delivered();
    await story.until('2026-12-12T03:01:00+07:00');
    zalo.answers(undefined);
    story.wallClock.pass(3_600_000);
    await zalo.delivered();
    expect(zalo.sendings.map(({ text }) => text.includes('NHẮC LẦN 3'))).toEqual([true]);
  });

  test('not to one that is no longer theirs when it is sent', async () => {
    await anIncident(story, { by: story.an });
    const chats = await linkedChatsOf(story.store.db, story.binh.id);
    const ids = chats.filter(({ bot }) => bot === zalo.bot).map(({ id }) => id);
    await inTransaction(story.store, (tx) => unlinkChats(tx, story.binh.id, ids));
    await zalo.delivered();
    expect(zalo.sendings).toEqual([]);
  });
});

describe('addresses', () => {
  const text = 'máy chủ 10.12.0.5:3389 (Windows 10.0.17763) bị mã hóa';
  const system = { name: 'web dichvucong.tinh.gov.vn', level: 3 };
  const reported = { text, facts: { kind: 'encryption', system, contact: '0912 345 678' } };

  test('are left out of chats', async () => {
    await anIncident(story, { by: story.an, ...reported });
    const seen = await story.binh.receives(headline);
    expect(seen.text.split('\n').slice(1, 5)).toEqual([
      'máy chủ [ẩn địa chỉ] (Windows [ẩn địa chỉ]) bị mã hóa',
      'Hệ thống: web [ẩn địa chỉ] (cấp độ 3)',
      'Từ lúc: 02:00 thứ Bảy 12/12',
      'Người báo: Nguyễn Văn An, liên hệ 0912 345 678',
    ]);
  });

  test('but on a channel that may show them', async () => {
    const engine = createEngine({ ...story, showAddressesIn: ['zalo'] });
    await anIncident(story, { by: story.an, ...reported });
    await engine.deliverAll(zalo.channel);
    expect(zalo.sendings[0]?.text).toContain(text);
    expect((await story.binh.receives(headline)).text).not.toContain('10.12.0.5');
  });
});
