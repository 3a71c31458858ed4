import { beforeEach, describe, expect, test } from 'vitest';
import { inviteDigest } from '#handlers/join.ts';
import { textIn } from '#locales/text.ts';
import { addInvite } from '#storage/queries/invites.ts';
import { inTransaction } from '#storage/transaction.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { auditRows } from '#test/kit/report-rows.ts';
import { type SecondChannel, secondChannel } from '#test/kit/second-channel.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');
const minute = 60_000;

let story: Story;
let zalo: SecondChannel;
/** Nguyễn Văn An in the chat that he has had since 1/12 (the story's own channel), and on Zalo, which is not linked yet. */
let an: StoryOfficer;
let anOnZalo: StoryOfficer;

beforeEach(async () => {
  story = await aProvince();
  zalo = await secondChannel(story, 'zalo');
  an = story.an;
  anOnZalo = zalo.phoneOf('An');
});

/** Asks for a code in An's first chat, and reads it there. */
async function asksForCode(typed = 'liên kết zalo'): Promise<string> {
  await an.types(typed);
  const { text } = await an.receives('Mã liên kết');
  return /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '';
}

async function linksZalo(): Promise<void> {
  await anOnZalo.types(await asksForCode());
  await anOnZalo.receives(an.name);
}

function chatsOf(officerId: string) {
  return story.store.db
    .selectFrom('identities')
    .select(['channel', 'chatId'])
    .where('officerId', '=', officerId)
    .orderBy('linkedAt')
    .execute();
}

const tap = async (label: string) => tapsData(story, an, await dataOf(story, an, label));

describe('linking another channel', () => {
  test('begins with a code and where to send it; sent there it joins that chat, and both hear of it', async () => {
    const code = await asksForCode();
    const shown = (await an.screen()).at(-1)?.text;
    expect(shown).toContain('Zalo: mở https://zalo.me/nhachan rồi gửi mã này.');
    expect(shown).toContain('trong 10 phút');

    story.clock.pass(9 * minute);
    await anOnZalo.types(code);
    const welcome = await anOnZalo.receives('Xin chào Nguyễn Văn An.');
    expect(welcome.text).toContain(say('welcome-next-linked'));
    const told = await an.receives('Zalo vừa được liên kết với tài khoản của anh/chị.');
    expect(told.text).toContain('Lời nhắc từ nay đến Zalo.');
    expect(await chatsOf(an.id)).toEqual([
      { channel: 'rehearsal', chatId: an.chatId },
      { channel: 'zalo', chatId: 'zalo of An' },
    ]);
    expect(await auditRows(story, 'link-code-given', 'chat-linked')).toMatchObject([
      { action: 'link-code-given', actorId: an.id, details: {} },
      { action: 'chat-linked', actorId: an.id, details: { bot: 'zalo:7' } },
    ]);
  });

  test.each(['/lienket zalo', 'lien ket zalo', 'Liên kết Zalo', 'thêm zalo'])('“%s” does', async (typed) => {
    expect(await asksForCode(typed)).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  });

  test('for Telegram the link carries the code', async () => {
    await secondChannel(story, 'telegram');
    const code = await asksForCode('lien ket telegram');
    expect((await an.screen()).at(-1)?.text).toContain(
      `Telegram: mở https://t.me/nhac_han_bot?start=${code.replace('-', '')}`,
    );
  });

  test('the button offers every channel that the person is not on', async () => {
    await secondChannel(story, 'telegram');
    await linksZalo();
    await an.types('/lienket');
    await an.taps('Liên kết thêm kênh');
    const { text } = await an.receives('Mã liên kết');
    expect(text).toContain('https://t.me/');
    expect(text).not.toContain('https://zalo.me/');
  });

  test('a channel on which there is no bot is said to be none', async () => {
    await an.types('liên kết telegram');
    await an.receives('Nhắc Hạn chưa có trên Telegram.');
    expect(await story.store.db.selectFrom('invites').selectAll().execute()).toEqual([]);
  });

  test('a channel whose bots are full is said to be', async () => {
    const place = { channel: 'zalo', bot: 'zalo:7', linkedAt: story.clock.now(), blockedAt: null } as const;
    const people = Array.from({ length: 50 }, (_none, at) => ({
      ...{ ...place, id: story.newId(), officerId: story.chi.id, chatId: `somebody ${at}` },
    }));
    await story.store.db.insertInto('identities').values(people).execute();
    await an.types('liên kết zalo');
    await an.receives(say('link-channel-full', { channel: 'Zalo' }));
  });

  test('an account at the same bot may be a second one', async () => {
    await story.store.db.deleteFrom('bots').execute();
    await an.types('liên kết thêm kênh');
    await an.taps('Liên kết thêm kênh');
    const { text } = await an.receives('Mã liên kết');
    expect(text).toContain(say('link-code-anywhere'));
    const tablet = story.stranger('tablet');
    await tablet.types(/[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '');
    await tablet.receives(an.name);
    await an.types('/lienket');
    const list = await an.receives('Anh/chị đang liên kết');
    expect(list.text).toContain(
      '• Phòng diễn tập 2, từ 1/12/2026 – nhận lời nhắc\n• Phòng diễn tập 1, từ 1/12/2026',
    );
  });
});

describe('a link code', () => {
  test('is over after ten minutes, and whoever sends it then is told how to get another', async () => {
    const code = await asksForCode();
    story.clock.pass(10 * minute);
    await anOnZalo.types(code);
    await anOnZalo.receives(say('code-link-expired'));
    expect(await chatsOf(an.id)).toHaveLength(1);
  });

  test('works once', async () => {
    const code = await asksForCode();
    await anOnZalo.types(code);
    await anOnZalo.receives(an.name);
    const thief = zalo.phoneOf('Thief');
    await thief.types(code);
    await thief.receives(say('code-link-expired'));
  });

  test('ends the one before it, but not the officer’s invite', async () => {
    await inTransaction(story.store, (tx) =>
      addInvite(tx, {
        ...{ id: story.newId(), officerId: an.id, codeDigest: inviteDigest('WXYZ6789') },
        ...{ createdAt: story.clock.now(), expiresAt: new Date('2026-12-15T08:00:00+07:00') },
      }),
    );
    const first = await asksForCode();
    await asksForCode();
    await anOnZalo.types(first);
    await anOnZalo.receives(say('code-link-expired'));
    await anOnZalo.types('WXYZ-6789');
    await anOnZalo.receives(an.name);
  });

  test('ends with a new invite: a lost phone must not bring back what was unlinked', async () => {
    const code = await asksForCode();
    story.clock.pass(minute);
    await inTransaction(story.store, (tx) =>
      addInvite(tx, {
        ...{ id: story.newId(), officerId: an.id, codeDigest: inviteDigest('WXYZ6789') },
        ...{ createdAt: story.clock.now(), expiresAt: new Date('2026-12-15T08:00:00+07:00') },
      }),
    );
    await anOnZalo.types(code);
    await anOnZalo.receives(say('code-link-expired'));
  });

  test('typed where it was asked for is kept for the other channel', async () => {
    const code = await asksForCode();
    await an.types(`/start ${code}`);
    await an.receives(say('link-code-own'));
    await anOnZalo.types(code);
    await anOnZalo.receives(an.name);
  });

  test('moves a chat that was somebody else’s, and that is written down', async () => {
    const code = await asksForCode();
    await story.dung.types(`/start ${code}`);
    await story.dung.receives(an.name);
    expect(await chatsOf(story.dung.id)).toEqual([]);
    expect(await auditRows(story, 'chat-unlinked')).toMatchObject([
      { actorId: an.id, subjectId: story.dung.id, details: { bot: 'rehearsal:room' } },
    ]);
  });
});

describe('where reminders go', () => {
  test('to the channel that was linked last, for who has not chosen', async () => {
    await linksZalo();
    await story.at('2026-12-07T08:30:00+07:00');
    await anOnZalo.receives('tháng 12/2026');
    await an.receives('vừa được liên kết');
    await an.receivesNothing();
  });

  test('to the chosen one; a channel that is linked later does not change that', async () => {
    await linksZalo();
    await an.types('/lienket');
    const list = await an.receives('Anh/chị đang liên kết');
    expect(list.text).toContain('• Zalo, từ 1/12/2026 – nhận lời nhắc');
    expect(list.text).toMatch(/• Phòng diễn tập, từ 1\/12\/2026$/m);
    expect(list.buttons).toEqual(['Nhận nhắc ở đây', 'Gỡ Zalo', 'Gỡ Phòng diễn tập', 'Liên kết thêm kênh']);
    await an.taps('Nhận nhắc ở đây');
    await an.receives('Từ nay tôi nhắc anh/chị ở Phòng diễn tập.');

    const telegram = await secondChannel(story, 'telegram');
    const onTelegram = telegram.phoneOf('An');
    await onTelegram.types(`/start ${await asksForCode('lien ket telegram')}`);
    const { text } = await onTelegram.receives(an.name);
    expect(text).toContain('Lời nhắc vẫn đến Phòng diễn tập.');
    await an.receives('Lời nhắc vẫn đến Phòng diễn tập.');

    await story.at('2026-12-07T08:30:00+07:00');
    await an.receives('tháng 12/2026');
    expect(await auditRows(story, 'chat-preferred')).toMatchObject([
      { actorId: an.id, details: { bot: 'rehearsal:room' } },
    ]);
  });

  test('chosen on Zalo by number', async () => {
    await linksZalo();
    await anOnZalo.types('/lienket');
    await anOnZalo.receives('Anh/chị đang liên kết');
    await anOnZalo.types('1');
    await anOnZalo.receives('Từ nay tôi nhắc anh/chị ở Phòng diễn tập.');
    await story.at('2026-12-07T08:30:00+07:00');
    await an.receives('tháng 12/2026');
  });

  test('to the other one while the chosen one is closed, and back again', async () => {
    await linksZalo();
    await an.types('/lienket');
    await an.taps('Nhận nhắc ở đây');
    await an.blocks();
    await story.at('2026-12-07T08:30:00+07:00');
    await anOnZalo.receives('tháng 12/2026');
    await an.unblocks();
    await story.at('2026-12-10T08:30:00+07:00');
    await an.receives('tháng 12/2026');
  });
});

describe('unlinking', () => {
  beforeEach(linksZalo);

  test('is asked back, then done; the chat and what is left are told', async () => {
    await an.types('/lienket');
    await an.taps('Gỡ Zalo');
    const asked = await an.receives(
      'Gỡ Zalo? Tôi sẽ không nhắn anh/chị ở đó nữa. Lời nhắc sẽ đến Phòng diễn tập.',
    );
    expect(asked.buttons).toEqual([say('button-unlink-sure'), say('button-keep')]);
    expect(await chatsOf(an.id)).toHaveLength(2);

    await an.taps(say('button-unlink-sure'));
    await an.receives('Đã gỡ Zalo. Lời nhắc từ nay đến Phòng diễn tập.');
    await anOnZalo.receives(say('link-unlinked-there', { name: an.name }));
    expect(await chatsOf(an.id)).toEqual([{ channel: 'rehearsal', chatId: an.chatId }]);
    expect(await auditRows(story, 'chat-unlinked')).toMatchObject([
      { actorId: an.id, subjectId: an.id, details: { bot: 'zalo:7' } },
    ]);
    await anOnZalo.types('/baocao');
    await anOnZalo.receives(say('stranger-hello'));
  });

  test('from the one that goes: the other is told, in case it was not them', async () => {
    await anOnZalo.types('/lienket');
    await anOnZalo.receives('Anh/chị đang liên kết');
    await anOnZalo.types('Gỡ Zalo');
    await anOnZalo.receives('Gỡ Zalo?');
    await anOnZalo.types(say('button-unlink-sure'));
    await anOnZalo.receives('Đã gỡ Zalo.');
    await an.receives(say('link-unlinked-told', { channel: 'Zalo' }));
  });

  test('may be thought better of', async () => {
    await an.types('/lienket');
    await an.taps('Gỡ Zalo');
    await an.taps(say('button-keep'));
    await an.receives(say('link-kept'));
    expect(await chatsOf(an.id)).toHaveLength(2);
  });

  test('of the last one warns that reminders stop', async () => {
    await an.types('/lienket');
    await an.taps('Gỡ Zalo');
    await an.taps(say('button-unlink-sure'));
    await an.types('/lienket');
    await an.taps('Gỡ Phòng diễn tập');
    const { buttons } = await an.receives('lời nhắc sẽ dừng hẳn');
    expect(buttons).toEqual([say('button-unlink-last'), say('button-keep')]);
    await an.taps(say('button-unlink-last'));
    await an.receives(say('link-unlinked-last', { channel: 'Phòng diễn tập' }));
    expect(await chatsOf(an.id)).toEqual([]);
    await story.at('2026-12-07T08:30:00+07:00');
    await an.receivesNothing();
  });

  test('of one that has become the last since it was asked about is asked again', async () => {
    await an.types('/lienket');
    await an.taps('Gỡ Phòng diễn tập');
    await an.receives('Gỡ Phòng diễn tập?');
    const sure = await dataOf(story, an, say('button-unlink-sure'));
    await an.taps('Gỡ Zalo');
    await an.taps(say('button-unlink-sure'));
    await tapsData(story, an, sure);
    await an.receives('lời nhắc sẽ dừng hẳn');
    expect(await chatsOf(an.id)).toHaveLength(1);
  });

  test('a button of a chat that is gone, or is somebody else’s, does nothing', async () => {
    await an.types('/lienket');
    await tap('Gỡ Zalo');
    await an.taps(say('button-unlink-sure'));
    await tap('Gỡ Zalo');
    await an.receives(say('old-button'));
    const [{ id } = { id: '' }] = await story.store.db
      .selectFrom('identities')
      .select('id')
      .where('officerId', '=', story.chi.id)
      .execute();
    await tapsData(story, an, `link:last:${id}`);
    await an.receives(say('old-button'));
    expect(await chatsOf(story.chi.id)).toHaveLength(1);
  });
});

test('help names it, also to who only looks on', async () => {
  await story.binh.types('/trogiup');
  await story.binh.receives('/lienket');
});
