import { sql, type Kysely } from 'kysely';

/** What each bot has used of its month, bots that must wait, and which bot an invite leads to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table used_messages (
    bot text not null,
    month text not null,
    direction text not null check (direction in ('sent', 'received')),
    kind text not null,
    count integer not null,
    primary key (bot, month, direction, kind)
  )`,
  'create index used_messages_by_month on used_messages (month)',
  `create table bot_pauses (
    bot text primary key,
    since timestamptz not null,
    until timestamptz not null,
    ask_again_at timestamptz not null,
    lifted_at timestamptz
  )`,
  'alter table invites add column bot text',
  'create index invites_by_bot on invites (bot) where used_at is null',
];
