import { afterEach, expect, test } from 'vitest';
import { migrate, pendingMigrations } from '#storage/migrate.ts';
import { openPglite } from '#storage/open-pglite.ts';
import { openPostgres } from '#storage/open-postgres.ts';
import type { Store } from '#storage/store.ts';
import { createEmptyDatabase, type TestDatabase } from '#test/setup/test-database.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function open(database: TestDatabase): Promise<Store> {
  const store =
    database.kind === 'postgres' ? await openPostgres(database.url) : await openPglite(database.folder);
  ends.push(() => store.close());
  return store;
}

test('an empty database gets its tables, once, also when two start at the same time', async () => {
  const database = await createEmptyDatabase();
  ends.push(database.drop);
  const first = await open(database);
  const second = database.kind === 'postgres' ? await open(database) : first;
  const pending = await pendingMigrations(first.db as never);
  expect(pending[0]).toBe('2026-11-21-first-tables');
  const results = await Promise.all([migrate(first.db as never), migrate(second.db as never)]);
  const applied = results.flatMap((result) => (result.kind === 'current' ? [result.applied] : []));
  expect(applied.sort((a, b) => a.length - b.length)).toEqual([[], pending]);
  expect(await first.db.selectFrom('units').select('id').execute()).toEqual([]);
});
