import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { up as firstTables } from '#storage/migrations/2026-11-21-first-tables.ts';
import { up as lastShown } from '#storage/migrations/2026-11-21-last-shown.ts';
import { up as severalChannels } from '#storage/migrations/2026-11-21-several-channels.ts';
import { up as usedMessages } from '#storage/migrations/2026-11-21-used-messages.ts';
import { up as answeredStrangers } from '#storage/migrations/2026-11-22-answered-strangers.ts';
import { up as attachments } from '#storage/migrations/2026-11-22-attachments.ts';
import { up as retiredBots } from '#storage/migrations/2026-11-22-retired-bots.ts';
import { up as incidents } from '#storage/migrations/2026-11-23-incidents.ts';
import { up as reportConversation } from '#storage/migrations/2026-11-24-report-conversation.ts';
import { up as shownAt } from '#storage/migrations/2026-11-24-shown-at.ts';
import { up as onePaper } from '#storage/migrations/2026-11-25-one-paper.ts';
import { up as draftForm } from '#storage/migrations/2026-11-26-draft-form.ts';
import { up as headsWord } from '#storage/migrations/2026-11-26-heads-word.ts';
import { up as corrections } from '#storage/migrations/2026-11-27-corrections.ts';
import { up as extension } from '#storage/migrations/2026-11-28-extension.ts';
import { up as handOverAndLeave } from '#storage/migrations/2026-11-29-hand-over-and-leave.ts';
import { up as remindHours } from '#storage/migrations/2026-11-30-remind-hours.ts';

/** In order; a name, once released, never changes. */
const migrations: Record<string, Migration> = {
  '2026-11-21-first-tables': { up: firstTables },
  '2026-11-21-last-shown': { up: lastShown },
  '2026-11-21-several-channels': { up: severalChannels },
  '2026-11-21-used-messages': { up: usedMessages },
  '2026-11-22-answered-strangers': { up: answeredStrangers },
  '2026-11-22-attachments': { up: attachments },
  '2026-11-22-retired-bots': { up: retiredBots },
  '2026-11-23-incidents': { up: incidents },
  '2026-11-24-report-conversation': { up: reportConversation },
  '2026-11-24-shown-at': { up: shownAt },
  '2026-11-25-one-paper': { up: onePaper },
  '2026-11-26-draft-form': { up: draftForm },
  '2026-11-26-heads-word': { up: headsWord },
  '2026-11-27-corrections': { up: corrections },
  '2026-11-28-extension': { up: extension },
  '2026-11-29-hand-over-and-leave': { up: handOverAndLeave },
  '2026-11-30-remind-hours': { up: remindHours },
};

export type MigrateResult = { kind: 'current'; applied: string[] } | { kind: 'newer'; unknown: string[] };

/**
 * Brings the schema up to date, under Kysely's migration lock, so that several processes may start at once.
 * `newer`: the database has been through migrations that this program does not know; it must not take work.
 */
export async function migrate(db: Kysely<unknown>): Promise<MigrateResult> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const unknown = await unknownMigrations(db);
  if (unknown.length > 0) return { kind: 'newer', unknown };
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw new Error('The database could not be brought up to date.', { cause: error });
  return { kind: 'current', applied: (results ?? []).map((result) => result.migrationName) };
}

/** Names of migrations in the database that this program does not have. */
export async function unknownMigrations(db: Kysely<unknown>): Promise<string[]> {
  return (await appliedMigrations(db)).filter((name) => !(name in migrations));
}

/** Names of migrations that the database has yet to go through; all of them for an empty one. */
export async function pendingMigrations(db: Kysely<unknown>): Promise<string[]> {
  const applied = await appliedMigrations(db);
  return Object.keys(migrations).filter((name) => !applied.includes(name));
}

async function appliedMigrations(db: Kysely<unknown>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await (db as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map((row) => row.name);
}
