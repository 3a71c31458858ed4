import { sql, type Kysely } from 'kysely';

/** Positions move from one officer to another, for good or while somebody is away. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table hand_overs (
    id uuid primary key,
    position_id uuid not null references positions,
    asked_by uuid not null references officers,
    asked_at timestamptz not null,
    to_officer uuid references officers,
    outcome text check (outcome in ('done', 'refused', 'overtaken')),
    settled_at timestamptz
  )`,
  `create table leaves (
    id uuid primary key,
    officer_id uuid not null references officers,
    from_day date not null,
    until_day date not null,
    asked_at timestamptz not null,
    stand_in uuid references officers,
    accepted_at timestamptz,
    started_at timestamptz,
    ended_at timestamptz,
    check (until_day >= from_day)
  )`,
  'create unique index leaves_open on leaves (officer_id) where ended_at is null',
  // Held only as long as that leave lasts.
  'alter table positions add column leave_id uuid references leaves',
  'create index positions_by_leave on positions (leave_id) where leave_id is not null',
];
