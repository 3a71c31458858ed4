import { sql, type Kysely } from 'kysely';

/** Bots that the settings no longer name stay known, for whoever was there, but nobody is sent to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table bots add column retired_at timestamptz`.execute(db);
}
