import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '#storage/migrate.ts';
import { openPglite } from '#storage/open-pglite.ts';
import { openPostgres } from '#storage/open-postgres.ts';
import type { Store } from '#storage/store.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { startTelegramServer } from '#test/fakes/telegram-server.ts';
import { countingIds } from '#test/kit/counting-ids.ts';
import { addOfficerWith, found } from '#test/kit/organisation.ts';
import { createEmptyDatabase, type TestDatabase } from '#test/setup/test-database.ts';
import { startChild, type Child } from '#test/skeleton/children.ts';
import type { Arrow } from '#test/skeleton/die.ts';
import type { TelegramProcess } from '#test/skeleton/telegram-process.ts';

/** Longer than leases and claims hold, ms. */
const allHasRunOut = 31_000;

/** A process on a busy machine, ms. */
const startsWithin = 30_000;

test('killed at each arrow of its way, a message is answered all the same, and no more often than was in flight', async () => {
  const telegram = await startTelegramServer();
  onTestFinished(() => telegram.close());
  const database = await aDatabaseWithAn(telegram.bot);
  const an = telegram.person(1001, 'An');
  let starts = 0;

  function start(dieAt?: Arrow): Child {
    starts += 1;
    const { token, root: apiRoot } = telegram;
    const wallAheadMs = starts * allHasRunOut;
    const settings: TelegramProcess = { database, token, apiRoot, wallAheadMs, ...(dieAt && { dieAt }) };
    return startChild(new URL('./telegram-process.ts', import.meta.url), settings);
  }

  async function isKilled(dieAt: Arrow): Promise<void> {
    const child = start(dieAt);
    expect(await child.ended, child.printed()).toBe('SIGKILL');
  }

  const asked = an.types('/trogiup');
  await isKilled('before the commit');
  await isKilled('before the acknowledgement');
  expect(telegram.unconfirmed()).toEqual([asked]);
  await isKilled('before the send');
  expect(an.messages).toHaveLength(0);
  await isKilled('before the send is recorded');
  expect(an.messages).toHaveLength(1);

  const last = start();
  await an.receives('/baocao', startsWithin);
  await an.receives('/baocao', startsWithin);
  // A chat is written to in order: when the next answer is here, the one before it has been recorded.
  an.types('/lich');
  await an.receives('');
  await last.kill();

  expect(an.messages).toHaveLength(3);
  expect(telegram.unconfirmed()).not.toContain(asked);
  await using(database, async ({ db }) => {
    const messages = await db.selectFrom('messages').select(['status', 'uncertain']).orderBy('seq').execute();
    expect(messages).toHaveLength(2);
    // Twice in flight when the process was killed: once it had arrived, once not, and nobody could know.
    expect(messages[0]).toEqual({ status: 'sent', uncertain: 2 });
    const updates = await db.selectFrom('inbox').select(['status', 'attempts']).execute();
    expect(updates).toEqual([
      { status: 'done', attempts: 1 },
      { status: 'done', attempts: 1 },
    ]);
  });
}, 120_000);

/** A province in which An reads the chat 1001 with this bot; nobody has it open. */
async function aDatabaseWithAn(bot: string): Promise<TestDatabase> {
  const { drop, ...database } = await createEmptyDatabase();
  onTestFinished(drop);
  await using(database, async (store) => {
    await migrate(store.db as never);
    const founding = { store, catalogue: realCatalogue(), newId: countingIds() };
    const at = new Date('2026-12-01T01:00:00Z');
    await found(founding, at);
    const chat = { channel: 'telegram' as const, bot, chatId: '1001' };
    await addOfficerWith(founding, { name: 'Nguyễn Văn An', positions: [['reporter', 'STC']], chat }, at);
  });
  return database as TestDatabase;
}

async function using(database: TestDatabase, work: (store: Store) => Promise<void>): Promise<void> {
  const store =
    database.kind === 'postgres' ? await openPostgres(database.url) : await openPglite(database.folder);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
