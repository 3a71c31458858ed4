import { migrate } from '#storage/migrate.ts';
import { openPgliteInMemory } from '#storage/open-pglite.ts';
import type { Store } from '#storage/store.ts';

/** A migrated database in memory for the time of the work. */
export async function withMemoryStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openPgliteInMemory();
  try {
    await migrate(store.db as never);
    return await work(store);
  } finally {
    await store.close();
  }
}
