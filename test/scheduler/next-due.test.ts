import { beforeEach, expect, test } from 'vitest';
import { markReceived, owedBy } from '#storage/queries/assignments.ts';
import { inTransaction } from '#storage/transaction.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

let story: Story;
beforeEach(async () => {
  story = await aProvince();
});

async function dueAfter(iso: string) {
  story.clock.set(iso);
  return story.engine.nextDue();
}

/** Everybody's reports come in, except what the coordinator owes. */
async function unitsReport(): Promise<void> {
  const { store, clock } = story;
  const units = await store.db.selectFrom('units').select('id').where('coordinator', '=', false).execute();
  const owed = await owedBy(
    store.db,
    units.map(({ id }) => id),
  );
  await inTransaction(store, async (tx) => {
    for (const { id } of owed) {
      await markReceived(tx, id, { state: 'submitted', at: clock.now(), onTime: true });
    }
  });
}

test('before anything is open, the next thing is that something opens', async () => {
  expect(await dueAfter('2026-12-01T08:00:00+07:00')).toEqual({
    opening: new Date('2026-12-15T00:00:00+07:00'),
  });
});

test('once reports are open: the next reminder, and the deadline with how many are still owed', async () => {
  await story.at('2026-12-01T08:00:00+07:00');
  expect(await dueAfter('2026-12-01T08:00:00+07:00')).toEqual({
    opening: new Date('2026-12-15T00:00:00+07:00'),
    reminder: new Date('2026-12-07T08:30:00+07:00'),
    deadline: { at: new Date('2026-12-15T00:00:00+07:00'), count: 6 },
  });
});

test('what is due at this very moment counts as done; what was missed at night comes in the morning', async () => {
  await story.at('2026-12-01T08:00:00+07:00');
  expect((await dueAfter('2026-12-07T08:30:00+07:00')).reminder).toEqual(
    new Date('2026-12-10T08:30:00+07:00'),
  );
  expect((await dueAfter('2026-12-07T20:00:00+07:00')).reminder).toEqual(
    new Date('2026-12-08T08:30:00+07:00'),
  );
});

test('what has come in is neither reminded of nor overdue', async () => {
  await story.at('2026-12-01T08:00:00+07:00');
  await unitsReport();
  expect(await dueAfter('2026-12-01T08:00:00+07:00')).toEqual({
    opening: new Date('2026-12-15T00:00:00+07:00'),
    // The coordinator's quarter, before 20/12.
    reminder: new Date('2026-12-11T08:30:00+07:00'),
    deadline: { at: new Date('2026-12-20T00:00:00+07:00'), count: 1 },
  });
});
