import { beforeEach, describe, expect, test } from 'vitest';
import { quotaStandings } from '#handlers/quota-standing.ts';
import { retireBotsBut } from '#scheduler/retire-bots.ts';
import { showOfficers } from '#app/cli/show-officers.ts';
import { linkChat } from '#storage/queries/identities.ts';
import { countUnreached } from '#storage/queries/unit-reach.ts';
import { holdLease } from '#storage/leases.ts';
import { putBot } from '#storage/queries/bots.ts';
import { inTransaction } from '#storage/transaction.ts';
import { resultOf } from '#test/app/commands/command-context.ts';
import { aCountedBot, type CountedBot } from '#test/kit/counted-bot.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

/** A bot that was taken out of ZALO_BOT_TOKENS: what the next start makes of it. */
let story: Story;
let old: CountedBot;
let kept: CountedBot;
let codes: string[];

beforeEach(async () => {
  story = await aProvince();
  codes = ['ABCD2345', 'EFGH6789', 'JKMN2345'];
  old = await aCountedBot(story, 'zalo:1');
  kept = await aCountedBot(story, 'zalo:2');
});

const startsWith = (...bots: string[]) => retireBotsBut(story, bots);
const context = () => ({ ...story, newInviteCode: () => codes.shift() ?? '' });

const offered = async () => {
  const { links } = await resultOf(context(), 'officers-invite', { officerId: story.an.id, unlink: false });
  return links.map(({ bot }) => bot);
};

const standing = async () => {
  const { catalogue, quota: limits, clock } = story;
  const standings = await quotaStandings(story.store.db, { catalogue, limits, now: clock.now() });
  return standings.map(({ bot }) => bot);
};

describe('a bot that the settings no longer name', () => {
  test('is offered to nobody and counted nowhere, from the start on', async () => {
    await kept.joins('Em', ['reporter', 'SYT']);
    await old.hasUsed(10);
    expect(await offered()).toEqual(['zalo:1']);
    expect(await standing()).toEqual(['zalo:1', 'zalo:2']);
    await startsWith('zalo:2');
    expect(await offered()).toEqual(['zalo:2']);
    expect(await standing()).toEqual(['zalo:2']);
    expect((await resultOf(context(), 'bots', {})).map(({ bot }) => bot)).toEqual(['zalo:2']);
    expect(story.log.lines).toMatchObject([{ level: 'warn', object: { bots: ['zalo:1'] } }]);
  });

  test('stays ours while another process, whose settings may be others, works for it', async () => {
    const { store, wallClock } = story;
    await holdLease(store, { name: 'zalo:1', holder: 'another process', wallNow: wallClock.now() });
    await startsWith();
    expect(await standing()).toEqual(['zalo:1']);
    // Twenty seconds on, nobody has renewed it.
    wallClock.pass(20_000);
    await startsWith();
    expect(await standing()).toEqual([]);
  });

  test('is ours again when it is named again, or connects', async () => {
    await startsWith('zalo:2');
    await startsWith('zalo:1', 'zalo:2');
    expect(await standing()).toEqual(['zalo:1', 'zalo:2']);
    await startsWith();
    await inTransaction(story.store, (tx) =>
      putBot(tx, { bot: 'zalo:1', channel: 'zalo', name: 'bot 1', link: 'https://zalo.me/zalo-1' }),
    );
    expect(await standing()).toEqual(['zalo:1']);
  });
});

describe('whoever has a chat only there', () => {
  beforeEach(async () => {
    await story.founds({ code: 'SNV', name: 'Sở Nội vụ', kind: 'department' });
    await old.joins('Phúc', ['reporter', 'SNV']);
    await story.at('2026-12-07T08:30:00+07:00');
    await old.delivered();
  });

  test('counts as unreachable, and is shown so', async () => {
    expect(await countUnreached(story.store.db)).toBe(0);
    await startsWith('zalo:2');
    expect(await countUnreached(story.store.db)).toBe(1);
    const rows = await resultOf(context(), 'officers-list', { unit: 'SNV' });
    expect(rows).toMatchObject([
      { channels: [{ channel: 'zalo', blocked: false, retired: true, preferred: false }] },
    ]);
    expect(showOfficers(rows)).toContain('Zalo (bot đã ngừng, không liên lạc được)');
    await story.chi.types('/chuabaocao');
    await story.chi.receives('Sở Nội vụ (không liên lạc được cán bộ báo cáo)');
  });

  test('gets no reminders there, and the next one where they have come to', async () => {
    const before = old.sendings.length;
    await startsWith('zalo:2');
    await story.at('2026-12-10T08:30:00+07:00');
    await old.delivered();
    expect(old.sendings).toHaveLength(before);
    const [{ officerId = '' } = {}] = await resultOf(context(), 'officers-list', { unit: 'SNV' });
    await resultOf(context(), 'officers-invite', { officerId, unlink: false });
    await kept.receives('Phúc', 'ABCD-2345');
    await story.at('2026-12-14T08:30:00+07:00');
    await kept.delivered();
    expect(kept.sendings.at(-1)?.text).toContain('Nhắc hạn:');
  });
});

describe('whoever has another chat', () => {
  beforeEach(async () => {
    const { an, clock, newId } = story;
    const there = { channel: 'zalo', bot: 'zalo:1', chatId: 'An' } as const;
    clock.set('2026-12-02T08:00:00+07:00');
    await inTransaction(story.store, (tx) =>
      linkChat(tx, { id: newId(), officerId: an.id, ...there, linkedAt: clock.now() }),
    );
  });

  test('is reminded there, also of what was in line at the old bot', async () => {
    await story.at('2026-12-07T08:30:00+07:00');
    await story.an.receivesNothing();
    await startsWith('zalo:2');
    await story.delivered();
    await story.an.receives('Nhắc hạn:');
    await story.at('2026-12-10T08:30:00+07:00');
    await story.an.receives('Nhắc hạn:');
    await old.delivered();
    expect(old.sendings).toEqual([]);
  });

  test('sees which chat is of no use any more, may unlink it, and may link that channel anew', async () => {
    await startsWith('zalo:2');
    await story.an.types('/lienket');
    const { text, buttons } = await story.an.receives('Anh/chị đang liên kết:');
    expect(text).toContain('• Zalo, từ 2/12/2026 – bot ở đó đã ngừng, tôi không nhắn được');
    expect(text).toContain('• Phòng diễn tập, từ 1/12/2026 – nhận lời nhắc');
    expect(buttons).toEqual(['Gỡ Zalo', 'Gỡ Phòng diễn tập', 'Liên kết thêm kênh']);
    await story.an.types('liên kết Zalo');
    await story.an.receives('https://zalo.me/zalo-2');
    await story.an.taps('Gỡ Zalo');
    await story.an.taps('Đồng ý gỡ');
    await story.an.receives('Đã gỡ Zalo. Lời nhắc từ nay đến Phòng diễn tập.');
  });
});
