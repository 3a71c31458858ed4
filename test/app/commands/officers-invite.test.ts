import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { putBot } from '#storage/queries/bots.ts';
import { inTransaction } from '#storage/transaction.ts';
import { resultOf, run } from '#test/app/commands/command-context.ts';
import { expectQuestion } from '#test/kit/answering.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { auditRows, reportRow } from '#test/kit/report-rows.ts';

const say = textIn('vi');

let story: Story;
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
  await story.an.receives('tháng 12/2026');
});

const context = () => ({ ...story, newInviteCode: () => 'ABCD2345' });
const invite = (officerId: string, unlink = false) =>
  resultOf(context(), 'officers-invite', { officerId, unlink });

test('an officer who is there gets a new code, and keeps their chats', async () => {
  expect(await invite(story.an.id)).toEqual({
    officerId: story.an.id,
    inviteCode: 'ABCD2345',
    links: [],
  });
  const tablet = story.stranger('tablet');
  await tablet.types('ABCD-2345');
  await tablet.receives(story.an.name);
  await story.an.receives('vừa được liên kết');
});

test('where to send it: on each channel the bot with the fewest people', async () => {
  await inTransaction(story.store, async (tx) => {
    await putBot(tx, {
      ...{ bot: 'rehearsal:room', channel: 'rehearsal', name: 'phòng', link: 'http://127.0.0.1:3000' },
    });
    await putBot(tx, { bot: 'zalo:1', channel: 'zalo', name: 'zalo.me/a', link: 'https://zalo.me/a' });
    await putBot(tx, { bot: 'zalo:2', channel: 'zalo', name: 'zalo.me/b', link: 'https://zalo.me/b' });
    await putBot(tx, { bot: 'telegram:5', channel: 'telegram', name: '@nh', link: 'https://t.me/nh' });
  });
  await story.store.db
    .updateTable('identities')
    .set({ channel: 'zalo', bot: 'zalo:1' })
    .where('officerId', '=', story.dung.id)
    .execute();
  const { links } = await invite(story.an.id);
  expect(links).toEqual([
    { channel: 'zalo', bot: 'zalo:2', name: 'zalo.me/b', link: 'https://zalo.me/b' },
    { channel: 'telegram', bot: 'telegram:5', name: '@nh', link: 'https://t.me/nh?start=ABCD2345' },
    { channel: 'rehearsal', bot: 'rehearsal:room', name: 'phòng', link: 'http://127.0.0.1:3000' },
  ]);
  const added = await resultOf({ ...context(), newInviteCode: () => 'EFGH6789' }, 'officers-add', {
    ...{ unit: 'STC', name: 'Hà', position: 'head' },
  });
  // The place that An's invite keeps counts: each bot has one now.
  expect(added.links.map(({ link }) => link)).toEqual([
    'https://zalo.me/a',
    'https://t.me/nh?start=EFGH6789',
    'http://127.0.0.1:3000',
  ]);
});

describe('a lost phone', () => {
  test('is nobody’s any more; what was begun on it goes on on the new one', async () => {
    await story.an.types('/baocao tháng 12');
    await story.an.types('6');
    await story.an.receives('Câu 2/');
    await invite(story.an.id, true);
    await story.an.types('5');
    await story.an.receives(say('stranger-hello'));

    const newPhone = story.stranger('new phone');
    await newPhone.types('ABCD-2345');
    const { text } = await newPhone.receives(story.an.name);
    expect(text).toContain(say('welcome-next-reporter'));
    await newPhone.types('5');
    expectQuestion(story, await newPhone.receives(say('continued-here')), { asks: 'systems-approved' });
    expect((await reportRow(story, 'STC', 'monthly 2026-M12')).draft).toEqual({ 'systems-managed': 6 });
    expect(await auditRows(story, 'chat-unlinked', 'officer-invited')).toMatchObject([
      { action: 'chat-unlinked', actorId: null, subjectId: story.an.id, details: { bot: 'rehearsal:room' } },
      { action: 'officer-invited', actorId: null, subjectId: story.an.id },
    ]);
  });

  test('gets nothing of what was still in line for it', async () => {
    await story.an.types('/baocao');
    await invite(story.an.id, true);
    await story.an.receivesNothing();
    expect(
      await story.store.db
        .selectFrom('messages')
        .select(['status', 'reason'])
        .where('officerId', '=', story.an.id)
        .where('kind', '=', 'reply')
        .execute(),
    ).toEqual([{ status: 'cancelled', reason: 'unlinked' }]);
  });

  test('cannot come back with a code that it was given before', async () => {
    await story.an.types('/lienket');
    await story.an.taps('Liên kết thêm kênh');
    const { text } = await story.an.receives('Mã liên kết');
    await invite(story.an.id, true);
    await story.an.types(/[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? '');
    await story.an.receives(say('code-link-expired'));
  });
});

test.each(['an', '00000000-0000-7000-8000-999999999999'])('nobody has the id “%s”', async (officerId) => {
  expect(await run(context(), 'officers-invite', { officerId, unlink: false })).toEqual({
    ok: false,
    error: expect.stringMatching(/^Không có cán bộ nào mang mã/),
  });
});
