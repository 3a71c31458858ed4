import { sql, type Kysely } from 'kysely';

/** One officer on several channels: where reminders go, codes that link another one, and the bots that take them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  'alter table identities add column preferred_at timestamptz',
  `alter table invites add column kind text not null default 'invite' check (kind in ('invite', 'link'))`,
  'create index invites_by_officer on invites (officer_id) where used_at is null',
  `create table bots (
    bot text primary key,
    channel text not null,
    name text not null,
    link text not null
  )`,
];
