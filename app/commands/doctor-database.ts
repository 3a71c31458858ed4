import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { textIn } from '#locales/text.ts';
import { pendingMigrations, unknownMigrations } from '#storage/migrate.ts';
import { oldestPostgres } from '#storage/postgres-version.ts';
import { countUnreached } from '#storage/queries/unit-reach.ts';
import type { Store } from '#storage/store.ts';
import { askServer } from '#app/admin-socket.ts';
import type { Check } from '#app/commands/check.ts';
import type { CheckedDatabase } from '#app/commands/database-check.ts';
import type { DatabaseConfig } from '#app/config.ts';
import { openStore } from '#app/open-store.ts';

/** Is the PostgreSQL server there, and do its tables fit this program? */
export async function checkPostgres(database: DatabaseConfig): Promise<Check[]> {
  const opened = await openStore(database);
  if (opened.kind === 'open') return checkTables(opened.store);
  if (opened.kind === 'too-old') return [failed(tooOld(opened))];
  const detail = opened.kind === 'unreachable' ? opened.detail : '';
  return [failed(say('doctor-postgres-unreachable', { detail }))];
}

/** Can the data folder be used, does a server use it, and do its tables fit this program? Makes no folder. */
export async function checkFolder(database: DatabaseConfig & { kind: 'pglite' }): Promise<Check[]> {
  const { folder } = database;
  if (!(await exists(folder)))
    return [{ check: 'folder', state: 'ok', message: say('doctor-folder-new', { folder }) }];
  if (!(await isOurs(folder))) {
    return [{ check: 'folder', state: 'fail', message: say('doctor-folder-closed', { folder }) }];
  }
  const safe: Check = (await isOpenToOthers(folder))
    ? { check: 'folder', state: 'warn', message: say('doctor-folder-open', { folder }) }
    : { check: 'folder', state: 'ok', message: say('doctor-folder', { folder }) };
  return [safe, ...(await checkDatabaseIn(database))];
}

const say = textIn('vi');

async function checkDatabaseIn(database: DatabaseConfig & { kind: 'pglite' }): Promise<Check[]> {
  const { folder } = database;
  const answer = await askServer(folder, { command: 'database-check', options: {} });
  if (answer) {
    if (!answer.ok) return [broken(answer.error)];
    const runs: Check = { check: 'database', state: 'ok', message: say('doctor-server-runs') };
    return [runs, ...reachChecks((answer.result as CheckedDatabase).unreached)];
  }
  if (!(await exists(join(folder, 'database')))) {
    return [{ check: 'database', state: 'ok', message: say('doctor-database-new') }];
  }
  const opened = await openStore(database);
  switch (opened.kind) {
    case 'open':
      return checkTables(opened.store);
    case 'in-use':
      return [{ check: 'database', state: 'warn', message: say('doctor-folder-in-use') }];
    case 'too-old':
      return [failed(tooOld(opened))];
    case 'unreachable':
      return [broken(opened.detail)];
  }
}

function tooOld({ version }: { version: string }): string {
  return say('start-database-old', { version, oldest: oldestPostgres });
}

function broken(detail: string): Check {
  return failed(say('doctor-database-broken', { detail }));
}

function failed(message: string): Check {
  return { check: 'database', state: 'fail', message };
}

/** Said only where there is something to mend. */
function reachChecks(unreached: number): Check[] {
  if (unreached === 0) return [];
  return [{ check: 'reach', state: 'warn', message: say('doctor-reach', { count: unreached }) }];
}

async function checkTables(store: Store): Promise<Check[]> {
  try {
    const db = store.db as never;
    if ((await unknownMigrations(db)).length > 0) {
      return [failed(say('cli-database-newer'))];
    }
    const count = (await pendingMigrations(db)).length;
    if (count > 0)
      return [{ check: 'database', state: 'warn', message: say('doctor-database-behind', { count }) }];
    const upToDate: Check = { check: 'database', state: 'ok', message: say('doctor-database') };
    return [upToDate, ...reachChecks(await countUnreached(store.db))];
  } finally {
    await store.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function isOurs(folder: string): Promise<boolean> {
  return access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function isOpenToOthers(folder: string): Promise<boolean> {
  return process.platform !== 'win32' && ((await stat(folder)).mode & 0o077) !== 0;
}
