import { sql, type Kysely } from 'kysely';

/** What is to be known of an answer besides: where it was taken from, and that an odd figure was confirmed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [`alter table submissions add column remarks jsonb not null default '{}'`];
