import { sql, type Kysely } from 'kysely';

/** One paper may stand for several reports: the coordinator is asked about all of them once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table submissions add column paper_id uuid',
  'create index submissions_paper on submissions (paper_id) where paper_id is not null',
];
