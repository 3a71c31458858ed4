import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { migrate, pendingMigrations } from '#storage/migrate.ts';
import { openTestStore } from '#test/setup/open-test-store.ts';

const fromTheFuture = '2099-01-01-something-later';

afterEach(async () => {
  const store = await openTestStore();
  await sql`delete from kysely_migration where name = ${fromTheFuture}`.execute(store.db);
});

test('a database that is up to date has nothing applied to it', async () => {
  const { db } = await openTestStore();
  expect(await pendingMigrations(db as never)).toEqual([]);
  expect(await migrate(db as never)).toEqual({ kind: 'current', applied: [] });
});

test('a database that a later release has been at is left alone, and said to be newer', async () => {
  const { db } = await openTestStore();
  await sql`insert into kysely_migration (name, timestamp) values (${fromTheFuture}, 'then')`.execute(db);
  expect(await migrate(db as never)).toEqual({ kind: 'newer', unknown: [fromTheFuture] });
});
