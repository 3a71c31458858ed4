import { sql, type Kysely } from 'kysely';

/** Which form a draft answers, in which version: a newer one says what is new. Unknown for drafts begun before this. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table assignments add column draft_form_id text',
  'alter table assignments add column draft_form_version integer',
];
