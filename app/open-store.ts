import { FolderInUseError } from '#storage/folder-lock.ts';
import { openPglite } from '#storage/open-pglite.ts';
import { openPostgres } from '#storage/open-postgres.ts';
import type { Store } from '#storage/store.ts';
import type { DatabaseConfig } from '#app/config.ts';

type OpenedStore =
  | { kind: 'open'; store: Store }
  /** Another process has the folder. */
  | { kind: 'in-use' }
  /** `detail` is the server's or the system's word, without the address's password. */
  | { kind: 'unreachable'; detail: string };

/** Opens the database of the settings, as it is: whoever works with it brings its tables up to date first. */
export async function openStore(database: DatabaseConfig): Promise<OpenedStore> {
  try {
    const store =
      database.kind === 'postgres' ? await openPostgres(database.url) : await openPglite(database.folder);
    return { kind: 'open', store };
  } catch (error) {
    if (error instanceof FolderInUseError) return { kind: 'in-use' };
    return { kind: 'unreachable', detail: detailOf(error) };
  }
}

/** Connecting to a name with several addresses fails with one error for each of them. */
function detailOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(detailOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
