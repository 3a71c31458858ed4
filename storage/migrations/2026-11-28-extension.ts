import { sql, type Kysely } from 'kysely';

/** More time is asked for, of the coordinator: for which reports, until when and why, and what came of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table extension_requests (
    id uuid not null,
    assignment_id uuid not null references assignments,
    until date not null,
    reason text not null,
    asked_by uuid not null references officers,
    asked_at timestamptz not null,
    agreed boolean,
    settled_by uuid references officers,
    settled_at timestamptz,
    primary key (id, assignment_id)
  )`,
];
