import { beforeEach, describe, expect, test } from 'vitest';
import { rehearsalBot } from '#bot/rehearsal/channel.ts';
import { markReceived, owedBy } from '#storage/queries/assignments.ts';
import { textIn } from '#locales/text.ts';
import { linkChat } from '#storage/queries/identities.ts';
import { inTransaction } from '#storage/transaction.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

const say = textIn('vi');

let story: Story;

/** Monday 7/12, 08:30: the reminders are in line, and nothing has gone out yet. */
beforeEach(async () => {
  story = await aProvince();
  story.clock.set('2026-12-07T08:30:00+07:00');
  await story.engine.plan();
});

/** Reports of An's unit that come in some other way before the reminder has gone out. */
async function comesIn(...duties: string[]): Promise<void> {
  const { store, clock } = story;
  const { id: unitId } = await store.db
    .selectFrom('units')
    .select('id')
    .where('code', '=', 'STC')
    .executeTakeFirstOrThrow();
  const owed = await owedBy(store.db, [unitId]);
  await inTransaction(store, async (tx) => {
    for (const { id } of owed.filter(({ duty }) => duties.includes(duty))) {
      await markReceived(tx, id, { state: 'submitted', at: clock.now(), onTime: true });
    }
  });
}

function reminderOfAn() {
  return story.store.db
    .selectFrom('messages')
    .select(['status', 'reason', 'chatId', 'sent', 'attempts', 'uncertain'])
    .where('officerId', '=', story.an.id)
    .where('kind', '=', 'reminder')
    .executeTakeFirstOrThrow();
}

async function hasNewPhone(chatId: string): Promise<void> {
  const { store, an, newId, clock } = story;
  await inTransaction(store, (tx) =>
    linkChat(tx, {
      ...{ id: newId(), officerId: an.id, channel: 'rehearsal', bot: rehearsalBot, chatId },
      linkedAt: clock.now(),
    }),
  );
}

describe('a reminder says what is owed when it goes out', () => {
  test('what has come in since it was planned is left out', async () => {
    await comesIn('monthly', 'annual-agency');
    const reminder = await story.an.receives('quý IV/2026');
    expect(reminder.text).not.toContain('tháng 12/2026');
    // The text that went out stays as proof.
    await comesIn('quarterly-agency');
    expect((await reminderOfAn()).sent).toMatchObject({ text: reminder.text });
  });

  test('it is cancelled when nothing is owed any more', async () => {
    await comesIn('monthly', 'quarterly-agency', 'annual-agency');
    await story.an.receivesNothing();
    expect(await reminderOfAn()).toMatchObject({
      status: 'cancelled',
      reason: 'nothing is owed any more',
    });
  });

  test('it is cancelled for who holds only another position there by now', async () => {
    const { store, an } = story;
    await store.db
      .updateTable('positions')
      .set({ kind: 'responder' })
      .where('officerId', '=', an.id)
      .execute();
    await an.receivesNothing();
    expect(await reminderOfAn()).toMatchObject({ status: 'cancelled' });
  });

  test('it is cancelled when the unit has left', async () => {
    const { store, an } = story;
    await store.db.updateTable('units').set({ leftOn: '2026-12-07' }).where('code', '=', 'STC').execute();
    await an.receivesNothing();
    expect(await reminderOfAn()).toMatchObject({ status: 'cancelled' });
  });

  test('it is cancelled for who no longer holds the position', async () => {
    const { store, an, clock } = story;
    await store.db
      .updateTable('positions')
      .set({ until: clock.now() })
      .where('officerId', '=', an.id)
      .execute();
    await an.receivesNothing();
    expect(await reminderOfAn()).toMatchObject({ status: 'cancelled' });
  });
});

describe('a reminder that could not go out within the sending hours', () => {
  test('comes the next working morning instead, once', async () => {
    const { an } = story;
    story.clock.set('2026-12-07T18:00:00+07:00');
    await an.receivesNothing();
    expect(await reminderOfAn()).toMatchObject({
      status: 'cancelled',
      reason: 'outside the sending hours',
    });
    await story.at('2026-12-08T08:29:00+07:00');
    await an.receivesNothing();
    await story.at('2026-12-08T08:30:00+07:00');
    await an.receives('tháng 12/2026');
    await story.at('2026-12-08T08:31:00+07:00');
    await an.receivesNothing();
  });

  test('also one that was put off until then', async () => {
    const { an } = story;
    await an.taps(say('button-snooze'));
    await an.taps(say('snooze-choice-today', { time: '14:30' }));
    await an.screen();
    story.clock.set('2026-12-07T14:30:00+07:00');
    await story.engine.plan();
    story.clock.set('2026-12-07T19:15:00+07:00');
    const seen = (await an.screen()).length;
    await story.at('2026-12-08T08:30:00+07:00');
    const since = (await an.screen()).slice(seen);
    expect(since.map(({ text }) => text)).toEqual([expect.stringContaining('tháng 12/2026')]);
  });
});

test('a message that cannot be composed is tried later, and then given up: it never was on its way', async () => {
  const { store, an, wallClock } = story;
  await store.db
    .updateTable('officers')
    .set({ language: 'none of ours' as 'vi' })
    .execute();
  await an.receivesNothing();
  expect(await reminderOfAn()).toMatchObject({ status: 'waiting', attempts: 1, uncertain: 0 });
  for (let time = 0; time < 39; time += 1) {
    wallClock.pass(15 * 60_000);
    await story.delivered();
  }
  expect(await reminderOfAn()).toMatchObject({ status: 'failed', attempts: 40, uncertain: 0 });
});

describe('a reminder goes to where its officer can be reached when it goes out', () => {
  test('to the other chat, when the one that it was planned for is closed to us', async () => {
    await hasNewPhone('new phone of An');
    await story.an.blocks();
    await story.delivered();
    expect(await reminderOfAn()).toMatchObject({ status: 'sent', chatId: 'new phone of An' });
    expect(story.phones.screenOf('new phone of An').map(({ text }) => text)).toEqual([
      expect.stringContaining('tháng 12/2026'),
    ]);
  });

  test('to the other chat, when the platform refuses the first as blocked', async () => {
    await hasNewPhone('new phone of An');
    story.phones.blocks(story.an.chatId);
    await story.delivered();
    expect(await reminderOfAn()).toMatchObject({
      status: 'sent',
      chatId: 'new phone of An',
      attempts: 2,
    });
  });

  test('nowhere, when there is no open chat left', async () => {
    await story.an.blocks();
    await story.delivered();
    expect(await reminderOfAn()).toMatchObject({
      status: 'cancelled',
      reason: 'the officer has no open chat',
    });
  });

  test('it stands as refused when the platform says blocked and there is no other chat', async () => {
    story.phones.blocks(story.an.chatId);
    await story.delivered();
    expect(await reminderOfAn()).toMatchObject({
      status: 'refused',
      reason: 'blocked: blocked by the user',
    });
  });

  test('a reply stays in its chat: it answers what was written there', async () => {
    await hasNewPhone('new phone of An');
    await story.an.types('/trogiup');
    story.phones.blocks(story.an.chatId);
    await story.delivered();
    expect(story.phones.screenOf('new phone of An').map(({ text }) => text)).toEqual([
      expect.stringContaining('tháng 12/2026'),
    ]);
  });
});
