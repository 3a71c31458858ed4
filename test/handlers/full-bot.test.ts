import { beforeEach, expect, test } from 'vitest';
import { showAddedOfficer } from '#app/cli/show-officers.ts';
import { basicPlan } from '#domain/quota.ts';
import { botsToOffer } from '#handlers/bots-to-offer.ts';
import { inviteDigest } from '#handlers/join.ts';
import { addInvite } from '#storage/queries/invites.ts';
import { addOfficer } from '#storage/queries/officers.ts';
import { inTransaction } from '#storage/transaction.ts';
import { resultOf } from '#test/app/commands/command-context.ts';
import { aCountedBot, type CountedBot } from '#test/kit/counted-bot.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

/** Two people to a bot, two bots. */
const quota = { ...basicPlan, usersPerBot: 2 };
let story: Story;
let one: CountedBot;
let two: CountedBot;

beforeEach(async () => {
  story = await aProvince({ quota });
  one = await aCountedBot(story, 'zalo:1');
  two = await aCountedBot(story, 'zalo:2');
  await one.joins('Anh', ['reporter', 'STC']);
});

/** An officer with an invite, to a bot or to none. */
async function invited(name: string, code: string, bot?: string): Promise<string> {
  const officerId = story.newId();
  const now = story.clock.now();
  await inTransaction(story.store, async (tx) => {
    await addOfficer(tx, { id: officerId, name, language: 'vi', createdAt: now });
    await addInvite(tx, {
      ...{ id: story.newId(), officerId, codeDigest: inviteDigest(code), createdAt: now },
      ...{ expiresAt: new Date('2026-12-15T00:00:00Z'), ...(bot ? { bot } : {}) },
    });
  });
  return officerId;
}

const offered = (officerId: string) =>
  botsToOffer(story.store.db, { officerId, limits: quota, now: story.clock.now() });

async function answerTo(bot: CountedBot, chatId: string, text: string): Promise<string> {
  await bot.receives(chatId, text);
  await bot.delivered();
  return bot.sendings.at(-1)?.text ?? '';
}

test('an invite leads to the bot with the fewest people, open invites included', async () => {
  const bao = await invited('Bảo', 'BAAA2222');
  expect((await offered(bao)).bots.map(({ bot }) => bot)).toEqual(['zalo:2']);
  await invited('Cường', 'CAAA2222', 'zalo:2');
  await invited('Dương', 'DAAA2222', 'zalo:2');
  expect((await offered(bao)).bots.map(({ bot }) => bot)).toEqual(['zalo:1']);
});

test('when all are full that is said', async () => {
  await one.joins('Bình', ['reporter', 'SYT']);
  await two.joins('Cường', ['reporter', 'SYT']);
  await two.joins('Dương', ['reporter', 'SYT']);
  expect(await offered(await invited('Em', 'EAAA2222'))).toEqual({ bots: [], full: ['zalo'] });
});

test('an administrator who adds an officer is told where there is no room', async () => {
  const context = { ...story, newInviteCode: () => 'FAAA2222' };
  const options = { unit: 'STC', name: 'Giang', position: 'reporter' } as const;
  expect(await resultOf(context, 'officers-add', options)).toMatchObject({ links: [{ bot: 'zalo:2' }] });
  await one.joins('Bình', ['reporter', 'SYT']);
  await two.joins('Cường', ['reporter', 'SYT']);
  const added = await resultOf({ ...context, newInviteCode: () => 'GAAA2222' }, 'officers-add', options);
  expect(added).toMatchObject({ links: [], full: ['zalo'] });
  expect(showAddedOfficer(added)).toContain('Zalo: các bot đều đã đủ người. Thêm bot vào ZALO_BOT_TOKENS');
});

test('a good code sent to a full bot stays good, and its owner is told where to send it', async () => {
  await one.joins('Bình', ['reporter', 'SYT']);
  await invited('Cường', 'CAAA2222', 'zalo:2');
  const told = await answerTo(one, 'Cường', 'CAAA-2222');
  expect(told).toContain('Bot này đã đủ người. Anh/chị mở bot 2 (https://zalo.me/zalo-2) rồi gửi lại mã này');
  expect(await answerTo(two, 'Cường', 'CAAA-2222')).toContain('Xin chào Cường');
});

test('a place that was promised is not given to another', async () => {
  await invited('Bảo', 'BAAA2222', 'zalo:1');
  await invited('Cường', 'CAAA2222', 'zalo:2');
  expect(await answerTo(one, 'Cường', 'CAAA2222')).toContain('Anh/chị mở bot 2');
  expect(await answerTo(one, 'Bảo', 'BAAA2222')).toContain('Xin chào Bảo');
});

test('with no room anywhere the administrator is needed; a wrong code learns nothing of it', async () => {
  await one.joins('Bình', ['reporter', 'SYT']);
  await two.joins('Dương', ['reporter', 'SYT']);
  await two.joins('Em', ['reporter', 'SYT']);
  await invited('Cường', 'CAAA2222');
  expect(await answerTo(one, 'Cường', 'CAAA2222')).toContain('Các bot đều đã đủ người');
  expect(await answerTo(one, 'Nobody', 'XXXX9999')).toContain('Mã này không đúng');
});
