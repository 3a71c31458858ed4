import { sql, type Kysely } from 'kysely';

/**
 * What becomes of a report after it was sent: corrected with a reason, asked for again with a remark and a new last day,
 * its figures reopened.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table assignments add column new_last_day date',
  'alter table assignments add column cadence_since timestamptz',
  'alter table assignments add column cadence_round integer not null default 0',
  'alter table assignments add column correction_reason text',
  'alter table assignments add column reopened_until date',
  'alter table submissions add column reason text',
  // A step comes again with each round of the cadence.
  'alter table reminders add column round integer not null default 0',
  'alter table reminders drop constraint reminders_pkey',
  'alter table reminders add primary key (assignment_id, step, officer_id, round)',
  `create table report_returns (
    id uuid not null,
    assignment_id uuid not null references assignments,
    question text,
    remark text not null,
    returned_by uuid not null references officers,
    returned_at timestamptz not null,
    last_day date not null,
    answered_at timestamptz,
    primary key (id, assignment_id)
  )`,
  // A report is back with its unit once at a time.
  'create unique index report_returns_open on report_returns (assignment_id) where answered_at is null',
  'create index report_returns_of on report_returns (assignment_id, returned_at)',
  `create table reopen_requests (
    id uuid not null,
    assignment_id uuid not null references assignments,
    reason text not null,
    asked_by uuid not null references officers,
    asked_at timestamptz not null,
    settled_at timestamptz,
    primary key (id, assignment_id)
  )`,
];
