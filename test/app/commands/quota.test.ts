import { beforeEach, expect, test } from 'vitest';
import { pauseBot } from '#storage/queries/bot-pauses.ts';
import { putBot } from '#storage/queries/bots.ts';
import { countMessages } from '#storage/queries/used-messages.ts';
import { inTransaction } from '#storage/transaction.ts';
import { commandContext, run, resultOf, type TestContext } from '#test/app/commands/command-context.ts';

/** Noon of 10 December: 9.5 days have passed, 21.5 are left. */
let context: TestContext;
const bot = 'zalo:4242';

beforeEach(async () => {
  context = await commandContext('2026-12-10T12:00:00+07:00');
  await inTransaction(context.store, async (tx) => {
    await putBot(tx, { bot, channel: 'zalo', name: 'zalo.me/nhachan', link: 'https://zalo.me/nhachan' });
    await putBot(tx, {
      bot: 'telegram:7',
      channel: 'telegram',
      name: '@nhachan',
      link: 'https://t.me/nhachan',
    });
    const december = { bot, month: '2026-12' };
    await countMessages(tx, { ...december, direction: 'sent', kind: 'reply', count: 1_200 });
    await countMessages(tx, { ...december, direction: 'sent', kind: 'reminder', count: 300 });
    await countMessages(tx, { ...december, direction: 'received', kind: 'message', count: 1_000 });
    await countMessages(tx, { bot, month: '2026-11', direction: 'sent', kind: 'reply', count: 77 });
  });
});

test('quota shows each bot that has one', async () => {
  expect(await resultOf(context, 'quota', {})).toEqual([
    {
      ...{ bot, channel: 'zalo', month: '2026-12', users: 0, usersLimit: 50 },
      ...{ sent: 1_500, received: 1_000, used: 2_500, limit: 3_000, percent: 83 },
      // 2,200 of talk in 9.5 days are 231.6 a day.
      ...{ forecast: 7_479, level: 'high', pausedUntil: null },
    },
  ]);
});

test('a pause is shown until it is lifted, and lifting is recorded', async () => {
  const now = context.clock.now();
  const until = new Date('2027-01-01T00:00:00+07:00');
  await inTransaction(context.store, (tx) => pauseBot(tx, { bot, since: now, until, askAgainAt: until }));
  expect(await resultOf(context, 'quota', {})).toMatchObject([{ pausedUntil: '2027-01-01T00:00:00+07:00' }]);

  expect(await resultOf(context, 'quota-lift', { bot })).toEqual({ bot });
  expect(await resultOf(context, 'quota', {})).toMatchObject([{ pausedUntil: null }]);
  expect(await run(context, 'quota-lift', { bot })).toEqual({
    ok: false,
    error: 'Bot zalo:4242 không tạm dừng. Xem các bot bằng lệnh: quota',
  });
  const audit = await context.store.db.selectFrom('audit').select(['action', 'details']).execute();
  expect(audit).toEqual([{ action: 'quota-pause-lifted', details: { bot } }]);
});
