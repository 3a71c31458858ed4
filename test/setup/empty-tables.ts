import { sql } from 'kysely';
import type { Store } from '#storage/store.ts';
import type { Tables } from '#storage/tables.ts';

/** In 5 ms, for who may do anything; the numbering of rows starts again. */
export async function emptyByDeleting(store: Store): Promise<void> {
  const deletes = (await tablesOf(store)).map((name) => `delete from ${name};`).join('\n');
  await sql
    .raw(
      `do $$ declare numbering text; begin
        -- Neither references nor the audit's own guard are looked at.
        set local session_replication_role = replica;
        ${deletes}
        for numbering in select schemaname || '.' || sequencename from pg_sequences loop
          perform setval(numbering::regclass, 1, false);
        end loop;
      end $$`,
    )
    .execute(store.db);
}

/** In 25 ms, for the owner of the tables. */
export async function emptyByTruncating(store: Store): Promise<void> {
  const tables = (await tablesOf(store)).join(', ');
  await store.db.transaction().execute(async (tx) => {
    // Who waits longer than this waits for a transaction that an earlier test has left open.
    await sql`set local lock_timeout = '5s'`.execute(tx);
    await sql`alter table audit disable trigger user`.execute(tx);
    await sql.raw(`truncate ${tables} restart identity`).execute(tx);
    await sql`alter table audit enable trigger user`.execute(tx);
  });
}

const known = new WeakMap<Store['db'], string[]>();

/** All of ours, quoted, without those of the migrations. */
async function tablesOf({ db }: Store): Promise<string[]> {
  const names = known.get(db) ?? (await readTables(db));
  known.set(db, names);
  return names;
}

async function readTables(db: Store['db']): Promise<string[]> {
  const tables = await db.introspection.getTables();
  return tables.map(({ name }) => sql.table(name as keyof Tables).compile(db).sql);
}
