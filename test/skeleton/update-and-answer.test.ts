import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { incomingFromPhone } from '#bot/rehearsal/incoming.ts';
import { textIn } from '#locales/text.ts';
import { onTelegram } from '#test/kit/on-telegram.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

const say = textIn('vi');

function inbox({ store }: Story) {
  return store.db.selectFrom('inbox').select(['chatId', 'status', 'attempts']).orderBy('updateId').execute();
}

function messagesTo({ store }: Story, chatId: string) {
  return store.db
    .selectFrom('messages')
    .select(['status', 'kind', 'sent', 'platformMessageId'])
    .where('chatId', '=', chatId)
    .orderBy('seq')
    .execute();
}

test('an update is one transaction, one message row, one message on Telegram', async () => {
  const story = await aProvince();
  const { joins } = await onTelegram(story);
  const lan = await joins('Vũ Thị Lan', 1001, ['reporter', 'STC']);
  lan.types('/trogiup');
  const help = await lan.receives('/baocao');
  // A chat is written to in order: once there is an answer to this, the one before it has been recorded.
  lan.types('/lich');
  await lan.receives('');

  expect(await inbox(story)).toEqual([
    { chatId: '1001', status: 'done', attempts: 1 },
    { chatId: '1001', status: 'done', attempts: 1 },
  ]);
  const [answer, , ...more] = await messagesTo(story, '1001');
  expect(answer).toEqual({
    status: 'sent',
    kind: 'reply',
    sent: expect.objectContaining({ text: help.text }),
    platformMessageId: String(help.messageId),
  });
  expect(more).toEqual([]);
});

test('all that an update changes stands in the same transaction', async () => {
  const story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
  await story.an.taps(say('button-fill'));
  // Nothing has been delivered since, which would be another transaction.
  const { rows } = await sql<{ transactions: number }>`
    select count(distinct written::text) as transactions from (
      select xmin as written from inbox
      union select xmin from messages where status = 'waiting'
      union select xmin from dialogues
      union select xmin from assignments where state = 'draft'
    ) as rows`.execute(story.store.db);
  expect(rows).toEqual([{ transactions: 1 }]);
});

test('a replayed update changes nothing, confirmed or not', async () => {
  const story = await aProvince();
  const { telegram, joins } = await onTelegram(story);
  const lan = await joins('Vũ Thị Lan', 1001, ['reporter', 'STC']);
  const asked = lan.types('/trogiup');
  await lan.receives('/baocao');
  telegram.replays(asked);
  telegram.replays(asked);
  lan.types('/lich');
  await lan.receives('');
  expect(lan.messages).toHaveLength(2);
  expect(await inbox(story)).toHaveLength(2);
  expect(await messagesTo(story, '1001')).toHaveLength(2);
});

test('an update that fails three times is set aside: the person is told once, and the loop goes on', async () => {
  const story = await aProvince();
  await story.engine.plan();
  // A table is away: whatever reads it fails, every time.
  await sql`alter table assignments rename to assignments_away`.execute(story.store.db);
  const { joins } = await onTelegram(story);
  const lan = await joins('Vũ Thị Lan', 1001, ['reporter', 'STC']);
  const minh = await joins('Hồ Văn Minh', 1002, ['reporter', 'SYT']);
  lan.types('/baocao');
  minh.types('/trogiup');
  await minh.receives('/baocao');
  await lan.receives(say('something-went-wrong'));
  lan.types('/trogiup');
  await lan.receives('/baocao');
  await sql`alter table assignments_away rename to assignments`.execute(story.store.db);

  expect(lan.messages).toHaveLength(2);
  expect(await inbox(story)).toEqual([
    { chatId: '1001', status: 'failed', attempts: 3 },
    { chatId: '1002', status: 'done', attempts: 1 },
    { chatId: '1001', status: 'done', attempts: 1 },
  ]);
  const outcomes = story.log.lines
    .filter(({ message }) => message === 'an update could not be dealt with')
    .map(({ object }) => object.outcome);
  expect(outcomes).toEqual(['failing', 'failing', 'failed']);
});

test('an update that could not be dealt with at first is dealt with when it comes again', async () => {
  const story = await aProvince();
  await story.engine.plan();
  const { store, an } = story;
  const asked = incomingFromPhone(an.chatId, 'the same', { kind: 'typed', text: '/baocao' });
  await sql`alter table assignments rename to assignments_away`.execute(store.db);
  await expect(story.engine.receive(asked)).rejects.toThrow('assignments');
  await sql`alter table assignments_away rename to assignments`.execute(store.db);
  await an.receivesNothing();

  await story.engine.receive(asked);
  await an.receives('tháng 12/2026');
  await story.engine.receive(asked);
  await an.receivesNothing();
  expect(await inbox(story)).toEqual([{ chatId: an.chatId, status: 'done', attempts: 1 }]);
});
