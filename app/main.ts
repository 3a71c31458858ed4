import process from 'node:process';
import { pino } from 'pino';
import { migrate } from '#storage/migrate.ts';
import { openPglite } from '#storage/open-pglite.ts';
import { openPostgres } from '#storage/open-postgres.ts';
import type { Store } from '#storage/store.ts';
import { type Config, readConfig } from '#app/config.ts';
import { readEnvFile } from '#app/env-file.ts';
import { loadCatalogue } from '#app/load-catalogue.ts';
import { serve } from '#app/serve.ts';

/** Starts the product: `npm start`. Ends with 1 and a plain sentence when it cannot. */
async function main(): Promise<void> {
  readEnvFile();
  const read = readConfig(process.env);
  if (read.kind === 'invalid') return giveUp(read.problems.join('\n'));
  const { config } = read;
  const log = pino({ level: config.logLevel });

  const store = await open(config);
  const migrated = await migrate(store.db as never);
  if (migrated.kind === 'newer') {
    await store.close();
    return giveUp(
      `The database was made by a newer version (${migrated.unknown.join(', ')}). Update this program first.`,
    );
  }
  const stop = await serve({ config, store, catalogue: loadCatalogue(config), log });
  stopOnSignals(stop);
}

async function open(config: Config): Promise<Store> {
  return config.database.kind === 'postgres'
    ? openPostgres(config.database.url)
    : openPglite(config.database.folder);
}

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C is somebody in a hurry; nothing is lost by it.
      if (stopping) process.exit(130);
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

function giveUp(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  const isPlain =
    error instanceof Error &&
    ['FolderInUseError', 'DirectiveFileError', 'DataFileError'].includes(error.name);
  console.error(isPlain ? error.message : error);
  process.exit(1);
});
