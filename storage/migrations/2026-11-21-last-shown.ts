import { sql, type Kysely } from 'kysely';

/** What a chat got last is looked up for every text typed where there are no buttons. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index messages_shown on messages (bot, chat_id, sent_at desc, seq desc)
    where status = 'sent' and kind <> 'retire'`.execute(db);
}
