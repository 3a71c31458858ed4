import process from 'node:process';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Log } from '#domain/log.ts';
import { textIn } from '#locales/text.ts';
import { migrate } from '#storage/migrate.ts';
import { oldestPostgres } from '#storage/postgres-version.ts';
import type { Store } from '#storage/store.ts';
import { type Config, type DatabaseConfig, readConfig } from '#app/config.ts';
import { readEnvFile } from '#app/env-file.ts';
import { loadCatalogue } from '#app/load-catalogue.ts';
import { createLog } from '#app/log.ts';
import { openStore } from '#app/open-store.ts';
import { serve } from '#app/serve.ts';
import { DataFileError } from '#app/yaml-file.ts';

const say = textIn('vi');

/** Starts the product: `npm start`. Ends with 1 and a plain sentence when it cannot. */
async function main(): Promise<void> {
  readEnvFile();
  const read = readConfig(process.env);
  if (read.kind === 'invalid') return giveUp(read.problems.join('\n'));
  const { config } = read;
  const catalogue = readCatalogue(config);
  const store = catalogue && (await openCurrent(config.database));
  if (!catalogue || !store) return;
  const log = createLog(config.logLevel);
  const started = await serve({ config, store, catalogue, log });
  if (started.kind === 'port-taken') return giveUp(say('start-port-taken', { port: config.port }));
  stopOnSignals(started.stop, log);
}

function readCatalogue(config: Config): Catalogue | undefined {
  try {
    return loadCatalogue(config);
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error;
    giveUp(error.message);
    return undefined;
  }
}

/** The database, its tables up to date; nothing, and the reason said, when that cannot be. */
async function openCurrent(database: DatabaseConfig): Promise<Store | undefined> {
  const opened = await openStore(database);
  switch (opened.kind) {
    case 'in-use':
      giveUp(say('start-folder-in-use', { folder: database.kind === 'pglite' ? database.folder : '' }));
      return undefined;
    case 'too-old':
      giveUp(say('start-database-old', { version: opened.version, oldest: oldestPostgres }));
      return undefined;
    case 'unreachable':
      giveUp(say('start-database-unreachable', { detail: opened.detail }));
      return undefined;
    case 'open': {
      const migrated = await migrate(opened.store.db as never);
      if (migrated.kind === 'current') return opened.store;
      await opened.store.close();
      giveUp(say('start-database-newer', { unknown: migrated.unknown.join(', ') }));
      return undefined;
    }
  }
}

/** Leases and claims run out by themselves; a database that does not answer must not keep the process for ever. */
const stopsWithinMs = 30_000;

function stopOnSignals(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C is somebody in a hurry; nothing is lost by it.
      if (stopping) process.exit(130);
      stopping = true;
      setTimeout(() => {
        log.error({ ms: stopsWithinMs }, 'the stop took too long: the process ends without it');
        process.exit(1);
      }, stopsWithinMs).unref();
      stop().then(() => process.exit(0), fail);
    });
  }
}

function giveUp(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

function fail(error: unknown): never {
  console.error(error);
  process.exit(1);
}

main().catch(fail);
