import { sql, type Kysely } from 'kysely';

/** Everything of the first release. Later migrations add; what they replace goes a release later. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table units (
    id uuid primary key,
    code text not null unique,
    name text not null,
    kind text not null,
    parent_id uuid references units,
    coordinator boolean not null default false,
    joined_on date not null,
    left_on date
  )`,
  'create index units_by_parent on units (parent_id)',

  `create table officers (
    id uuid primary key,
    name text not null,
    language text not null default 'vi',
    created_at timestamptz not null
  )`,
  `create table positions (
    id uuid primary key,
    unit_id uuid not null references units,
    officer_id uuid not null references officers,
    kind text not null check (kind in ('reporter', 'head', 'coordinator', 'responder', 'administrator')),
    since timestamptz not null,
    until timestamptz
  )`,
  'create unique index positions_held on positions (unit_id, officer_id, kind) where until is null',
  'create index positions_by_officer on positions (officer_id) where until is null',
  `create table identities (
    id uuid primary key,
    officer_id uuid not null references officers,
    channel text not null,
    bot text not null,
    chat_id text not null,
    linked_at timestamptz not null,
    blocked_at timestamptz,
    unique (bot, chat_id)
  )`,
  'create index identities_by_officer on identities (officer_id)',
  `create table invites (
    id uuid primary key,
    officer_id uuid not null references officers,
    code_digest text not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create table strangers (
    bot text not null,
    chat_id text not null,
    wrong_codes integer not null default 0,
    counted_since timestamptz not null,
    primary key (bot, chat_id)
  )`,

  `create table tracked_directives (
    directive_id text primary key,
    on_since date not null
  )`,
  `create table assignments (
    id uuid primary key,
    directive_id text not null,
    duty_id text not null,
    period text not null,
    unit_id uuid not null references units,
    state text not null check (state in ('open', 'draft', 'submitted', 'filed', 'returned', 'accepted', 'waived')),
    window_from date not null,
    window_to date not null,
    last_day date not null,
    due_before timestamptz not null,
    opened_at timestamptz not null,
    draft_by uuid references officers,
    draft jsonb,
    draft_at timestamptz,
    received_at timestamptz,
    on_time boolean,
    unique (directive_id, duty_id, period, unit_id)
  )`,
  'create index assignments_by_unit on assignments (unit_id, last_day)',
  `create index assignments_owed on assignments (directive_id, duty_id, period, unit_id)
    where state in ('open', 'draft', 'returned')`,
  `create table submissions (
    id uuid primary key,
    assignment_id uuid not null references assignments,
    version integer not null,
    kind text not null check (kind in ('answers', 'filed')),
    form_id text,
    form_version integer,
    answers jsonb,
    document_number text,
    document_date date,
    officer_id uuid not null references officers,
    received_at timestamptz not null,
    on_time boolean not null,
    receipt_code text not null unique,
    confirmed_by uuid references officers,
    confirmed_at timestamptz,
    unique (assignment_id, version),
    check ((kind = 'answers') = (answers is not null)),
    check ((kind = 'filed') = (document_number is not null))
  )`,
  `create table dialogues (
    id uuid primary key,
    officer_id uuid not null unique references officers,
    kind text not null,
    state jsonb not null,
    asked_by uuid,
    updated_at timestamptz not null
  )`,

  `create table inbox (
    bot text not null,
    update_id text not null,
    chat_id text not null,
    received_at timestamptz not null,
    status text not null check (status in ('done', 'failing', 'failed')),
    attempts integer not null,
    primary key (bot, update_id)
  )`,
  `create table messages (
    id uuid primary key,
    seq bigint generated always as identity,
    key text unique,
    bot text not null,
    chat_id text not null,
    officer_id uuid references officers,
    kind text not null,
    priority smallint not null check (priority between 0 and 2),
    content jsonb not null,
    status text not null default 'waiting'
      check (status in ('waiting', 'sending', 'sent', 'refused', 'cancelled', 'failed')),
    created_at timestamptz not null,
    not_before timestamptz,
    claimed_at timestamptz,
    claimed_by text,
    attempts integer not null default 0,
    uncertain integer not null default 0,
    sent_at timestamptz,
    platform_message_id text,
    sent jsonb,
    reason text
  )`,
  "create index messages_in_line on messages (bot, priority, seq) where status = 'waiting'",
  "create index messages_in_line_by_chat on messages (bot, chat_id, seq) where status in ('waiting', 'sending')",
  "create index messages_claimed on messages (bot, claimed_at) where status = 'sending'",
  'create index messages_by_officer on messages (officer_id, seq)',

  `create table reminders (
    assignment_id uuid not null references assignments,
    step text not null,
    officer_id uuid not null references officers,
    step_order integer not null,
    role text not null,
    message_id uuid not null references messages,
    planned_for timestamptz not null,
    primary key (assignment_id, step, officer_id)
  )`,
  'create index reminders_by_message on reminders (message_id)',
  `create table snoozes (
    assignment_id uuid not null references assignments,
    officer_id uuid not null references officers,
    until timestamptz not null,
    primary key (assignment_id, officer_id)
  )`,

  `create table leases (
    name text primary key,
    holder text not null,
    expires_at timestamptz not null
  )`,
  `create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor_id uuid,
    action text not null,
    subject_id uuid,
    details jsonb not null
  )`,
  `create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$`,
  `create trigger audit_keeps_rows before update or delete on audit
    for each row execute function refuse_change()`,
  `create trigger audit_keeps_all before truncate on audit
    for each statement execute function refuse_change()`,

  `create table settings (
    key text primary key,
    value jsonb not null
  )`,
  `create table rehearsal_messages (
    id text primary key,
    seq bigint generated always as identity,
    chat_id text not null,
    "from" text not null check ("from" in ('bot', 'person')),
    text text not null,
    choices jsonb,
    at timestamptz not null,
    retired boolean not null default false
  )`,
  'create index rehearsal_messages_by_chat on rehearsal_messages (chat_id, seq)',
];
