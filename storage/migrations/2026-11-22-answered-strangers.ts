import { sql, type Kysely } from 'kysely';

/** How many messages a stranger has sent in their window, since each answer takes one of the bot's month. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table strangers add column asked integer not null default 0',
  'alter table strangers add column asked_since timestamptz',
];
