import { sql } from 'kysely';
import { inject } from 'vitest';
import { migrate } from '#storage/migrate.ts';
import { openPgliteInMemory } from '#storage/open-pglite.ts';
import { openPostgres } from '#storage/open-postgres.ts';
import type { Store } from '#storage/store.ts';
import { createServerDatabase } from '#test/setup/test-database.ts';
import type { TestServer } from '#test/setup/test-server.ts';

/**
 * An empty, migrated database for one test, on whichever kind this run is about; the one that the test before had is
 * emptied for it. Nobody need close it.
 */
export async function openTestStore(): Promise<Store> {
  const server = inject('testServer');
  open ??= server ? openOnServer(server) : openInMemory();
  const { store, tables } = await open;
  await empty(store, tables);
  return { ...store, close: () => Promise.resolve() };
}

/** At the end of a test file. PGlite is kept for the files that this worker runs next. */
export async function closeTestStore(): Promise<void> {
  if (!open || !inject('testServer')) return;
  const { close } = await open;
  open = undefined;
  await close();
}

interface OpenStore {
  store: Store;
  tables: string[];
  close(): Promise<void>;
}

let open: Promise<OpenStore> | undefined;

async function openInMemory(): Promise<OpenStore> {
  const store = await openPgliteInMemory();
  await migrate(store.db as never);
  return { store, tables: await tablesOf(store), close: () => store.close() };
}

async function openOnServer(server: TestServer): Promise<OpenStore> {
  const database = await createServerDatabase(server);
  const store = await openPostgres(database.url);
  return {
    store,
    tables: await tablesOf(store),
    async close() {
      await store.close();
      await database.drop();
    },
  };
}

async function tablesOf(store: Store): Promise<string[]> {
  return (await store.db.introspection.getTables()).map(({ name }) => name);
}

async function empty(store: Store, tables: string[]): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    // Who waits longer than this waits for a transaction that an earlier test has left open.
    await sql`set local lock_timeout = '5s'`.execute(tx);
    await sql`alter table audit disable trigger user`.execute(tx);
    await sql`truncate ${sql.join(tables.map((name) => sql.table(name)))} restart identity`.execute(tx);
    await sql`alter table audit enable trigger user`.execute(tx);
  });
}
