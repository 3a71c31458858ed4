import { sql, type Kysely } from 'kysely';

/** A unit may want its head told of a report that goes out, or asked first: what waits for the head, and what came of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table units add column heads_word text not null default 'off'
    check (heads_word in ('off', 'told', 'agree'))`,
  `create table head_requests (
    id uuid primary key,
    unit_id uuid not null references units,
    asked_by uuid not null references officers,
    asked_at timestamptz not null,
    outcome text check (outcome in ('agreed', 'agreed-in-person', 'returned', 'recalled', 'overtaken')),
    settled_by uuid references officers,
    settled_at timestamptz,
    remark text
  )`,
  `create table reports_awaiting_head (
    assignment_id uuid primary key references assignments,
    request_id uuid not null references head_requests,
    form_id text not null,
    form_version integer not null,
    answers jsonb not null,
    remarks jsonb not null
  )`,
  'create index reports_awaiting_head_by_request on reports_awaiting_head (request_id)',
];
