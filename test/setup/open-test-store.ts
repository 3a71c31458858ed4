import { inject } from 'vitest';
import { migrate } from '#storage/migrate.ts';
import { openPgliteInMemory } from '#storage/open-pglite.ts';
import { openPostgres } from '#storage/open-postgres.ts';
import type { Store } from '#storage/store.ts';
import { createServerDatabase } from '#test/setup/test-database.ts';
import { emptyByDeleting, emptyByTruncating } from '#test/setup/empty-tables.ts';
import type { TestServer } from '#test/setup/test-server.ts';

/**
 * An empty, migrated database for one test, on whichever kind this run is about; the one that the test before had is
 * emptied for it. Nobody need close it.
 */
export async function openTestStore(): Promise<Store> {
  const server = inject('testServer');
  open ??= server ? openOnServer(server) : openInMemory();
  const { store, empty } = await open;
  await empty();
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
  empty(): Promise<void>;
  close(): Promise<void>;
}

let open: Promise<OpenStore> | undefined;

const truncateEvery = 20;

async function openInMemory(): Promise<OpenStore> {
  const store = await openPgliteInMemory();
  await migrate(store.db as never);
  let times = 0;
  return {
    store,
    close: () => store.close(),
    empty() {
      times += 1;
      // What is deleted stays in the files until it is truncated away.
      return times % truncateEvery === 0 ? emptyByTruncating(store) : emptyByDeleting(store);
    },
  };
}

async function openOnServer(server: TestServer): Promise<OpenStore> {
  const database = await createServerDatabase(server);
  const store = await openPostgres(database.url);
  return {
    store,
    empty: () => emptyByTruncating(store),
    async close() {
      await store.close();
      await database.drop();
    },
  };
}
