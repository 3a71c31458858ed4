import { sql, type Kysely } from 'kysely';

/** Pictures and voice messages that officers send: first what is to be downloaded, then the bytes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table attachments (
    id uuid primary key,
    officer_id uuid not null references officers,
    bot text not null,
    chat_id text not null,
    kind text not null check (kind in ('photo', 'voice')),
    source jsonb,
    status text not null check (status in ('wanted', 'stored', 'refused', 'failed')),
    reason text,
    content_type text,
    bytes bytea,
    sha256 text,
    created_at timestamptz not null,
    attempts integer not null,
    not_before timestamptz,
    incident_id uuid,
    check (status <> 'stored' or (content_type is not null and bytes is not null and sha256 is not null))
  )`,
  `create index attachments_wanted on attachments (bot, created_at) where status = 'wanted'`,
  'create index attachments_by_officer on attachments (officer_id, created_at)',
  'create index attachments_by_incident on attachments (incident_id) where incident_id is not null',
  'create index attachments_unused on attachments (created_at) where incident_id is null',
];
