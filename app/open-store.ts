import { FolderInUseError } from '#storage/folder-lock.ts';
import { openPglite } from '#storage/open-pglite.ts';
import { openPostgres } from '#storage/open-postgres.ts';
import { tooOldPostgres } from '#storage/postgres-version.ts';
import type { Store } from '#storage/store.ts';
import type { DatabaseConfig } from '#app/config.ts';

type OpenedStore =
  | { kind: 'open'; store: Store }
  /** Another process has the folder. */
  | { kind: 'in-use' }
  /** A PostgreSQL server before `oldestPostgres`. */
  | { kind: 'too-old'; version: string }
  /** `detail` is the server's or the system's word, without the address's password. */
  | { kind: 'unreachable'; detail: string };

/** Opens the database of the settings, as it is: whoever works with it brings its tables up to date first. */
export async function openStore(database: DatabaseConfig): Promise<OpenedStore> {
  try {
    return database.kind === 'postgres'
      ? await openServer(database.url)
      : { kind: 'open', store: await openPglite(database.folder) };
  } catch (error) {
    if (error instanceof FolderInUseError) return { kind: 'in-use' };
    return { kind: 'unreachable', detail: detailOf(error) };
  }
}

async function openServer(url: string): Promise<OpenedStore> {
  const store = await openPostgres(url);
  const version = await tooOldPostgres(store.db).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  if (version === undefined) return { kind: 'open', store };
  await store.close();
  return { kind: 'too-old', version };
}

/** Connecting to a name with several addresses fails with one error for each of them. */
function detailOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(detailOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
