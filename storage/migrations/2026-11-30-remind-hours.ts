import { sql, type Kysely } from 'kysely';

/** The hours in which an officer wants to be reminded; none: working hours. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table officers add column remind_from text, add column remind_until text').execute(db);
}
