import { sql, type Kysely } from 'kysely';

/** When a message stood in the chat by the platform's clock: what was typed before that does not answer it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table messages add column shown_at timestamptz`.execute(db);
}
