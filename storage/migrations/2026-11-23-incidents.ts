import { sql, type Kysely } from 'kysely';

/** Incidents: the record, its timeline, who was alerted, the clocks of the law, and the conversations about them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table systems (
    id uuid primary key,
    unit_id uuid not null references units,
    name text not null,
    level smallint check (level between 1 and 5),
    retired_at timestamptz
  )`,
  'create unique index systems_by_name on systems (unit_id, lower(name)) where retired_at is null',

  `create table incident_numbers (
    drill boolean not null,
    year integer not null,
    last integer not null,
    primary key (drill, year)
  )`,
  `create table incidents (
    id uuid primary key,
    number text not null unique,
    drill boolean not null,
    unit_id uuid not null references units,
    reported_by uuid not null references officers,
    reported_at timestamptz not null,
    detected_at timestamptz not null,
    description text not null,
    facts jsonb not null,
    severity text not null check (severity in ('severe', 'ordinary')),
    severity_set_by uuid references officers,
    severity_reason text,
    status text not null
      check (status in ('new', 'acknowledged', 'in-progress', 'contained', 'closed', 'false-alarm', 'duplicate')),
    handler uuid references officers,
    acknowledged_at timestamptz,
    escalated_from timestamptz not null,
    updated_at timestamptz not null,
    asked_again_at timestamptz,
    closed_at timestamptz,
    closing jsonb,
    paper_answers jsonb not null,
    duplicate_of uuid references incidents
  )`,
  `create index incidents_open on incidents (reported_at)
    where status in ('new', 'acknowledged', 'in-progress', 'contained')`,
  'create index incidents_by_unit on incidents (unit_id, reported_at)',
  `create table incident_events (
    id uuid primary key,
    seq bigint generated always as identity,
    incident_id uuid not null references incidents,
    at timestamptz not null,
    officer_id uuid references officers,
    kind text not null,
    text text,
    details jsonb not null,
    removed_at timestamptz
  )`,
  'create index incident_events_by_incident on incident_events (incident_id, seq)',
  `create table incident_alerts (
    incident_id uuid not null references incidents,
    escalated_from timestamptz not null,
    round smallint not null,
    step smallint not null,
    officer_id uuid not null references officers,
    at timestamptz not null,
    primary key (incident_id, escalated_from, round, step, officer_id)
  )`,
  'create index incident_alerts_by_officer on incident_alerts (officer_id)',
  `create table incident_steps (
    incident_id uuid not null references incidents,
    round smallint not null,
    step smallint not null,
    escalated_from timestamptz not null,
    at timestamptz not null,
    reached smallint not null,
    primary key (incident_id, escalated_from, round, step)
  )`,
  `create table incident_clocks (
    incident_id uuid not null references incidents,
    directive_id text not null,
    duty_id text not null,
    starts_at timestamptz not null,
    due_at timestamptz not null,
    reminded_at timestamptz,
    met_at timestamptz,
    met_by uuid references officers,
    told text,
    how text,
    late_reason text,
    waived_at timestamptz,
    waived_by uuid references officers,
    waived_reason text,
    missed_at timestamptz,
    primary key (incident_id, directive_id, duty_id)
  )`,
  `create index incident_clocks_running on incident_clocks (due_at)
    where met_at is null and waived_at is null and missed_at is null`,
  `create table incident_talks (
    officer_id uuid primary key references officers,
    id uuid not null unique,
    incident_id uuid references incidents,
    stage text not null,
    state jsonb not null,
    asked_by uuid,
    silent_until timestamptz,
    updated_at timestamptz not null
  )`,
  'create index incident_talks_silent on incident_talks (silent_until) where silent_until is not null',

  `create table warnings (
    id uuid primary key,
    incident_id uuid not null references incidents,
    text text not null,
    sent_by uuid not null references officers,
    sent_at timestamptz not null
  )`,
  'create index warnings_by_incident on warnings (incident_id)',
  `create table warning_receipts (
    warning_id uuid not null references warnings,
    officer_id uuid not null references officers,
    acknowledged_at timestamptz,
    primary key (warning_id, officer_id)
  )`,
  'create index warning_receipts_open on warning_receipts (officer_id) where acknowledged_at is null',

  `create table contacts (
    id uuid primary key,
    name text not null,
    phone text not null,
    place smallint not null,
    is_public boolean not null
  )`,
  `create table escalation_policies (
    unit_id uuid primary key references units,
    policy jsonb not null
  )`,
  `create table draft_links (
    digest text primary key,
    incident_id uuid not null references incidents,
    paper text not null check (paper in ('first', 'closing')),
    officer_id uuid not null references officers,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
];
