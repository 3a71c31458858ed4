import { sql } from 'kysely';
import type { Reader } from '#storage/store.ts';

/** The first version of PostgreSQL that the tables and queries are tried on. */
export const oldestPostgres = 15;

/** The version of a server that is older than that, in its own words (`14.12 (Debian …)`); undefined for any other. */
export async function tooOldPostgres(db: Reader): Promise<string | undefined> {
  const { rows } = await sql<{ number: number; name: string }>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name`.execute(
    db,
  );
  const [version] = rows;
  return version && version.number < oldestPostgres * 10_000 ? version.name : undefined;
}
