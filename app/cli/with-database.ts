import { textIn } from '#locales/text.ts';
import { migrate } from '#storage/migrate.ts';
import { oldestPostgres } from '#storage/postgres-version.ts';
import type { Store } from '#storage/store.ts';
import { askServer } from '#app/admin-socket.ts';
import { systemClock } from '#app/clock.ts';
import { type CommandContext, type Outcome, refused } from '#app/commands/command.ts';
import {
  type CommandName,
  type CommandOptions,
  type CommandResult,
  runCommand,
} from '#app/commands/registry.ts';
import type { Config } from '#app/config.ts';
import { newId, newInviteCode } from '#app/ids.ts';
import { loadCatalogue } from '#app/load-catalogue.ts';
import { openStore } from '#app/open-store.ts';
import { quotaLimitsOf } from '#app/quota-limits.ts';
import { openRehearsalClock } from '#app/rehearsal-clock.ts';

/**
 * Does a command where the database is: on the server of DATABASE_URL; else in the process that has the data folder open;
 * else here, with the folder opened for as long as it takes. What comes of it is the same.
 */
export async function withDatabase<N extends CommandName>(
  config: Config,
  command: N,
  options: CommandOptions<N>,
): Promise<Outcome<CommandResult<N>>> {
  const request = { command, options };
  const answered =
    config.database.kind === 'pglite' ? await askServer(config.database.folder, request) : undefined;
  return (answered ?? (await runHere(config, request))) as Outcome<CommandResult<N>>;
}

const say = textIn('vi');

async function runHere(config: Config, request: object): Promise<Outcome<unknown>> {
  const opened = await openStore(config.database);
  switch (opened.kind) {
    case 'in-use':
      return refused(say('cli-folder-in-use'));
    case 'too-old':
      return refused(say('start-database-old', { version: opened.version, oldest: oldestPostgres }));
    case 'unreachable':
      return refused(say('cli-database-unreachable', { detail: opened.detail }));
    case 'open':
      return runAndClose(opened.store, config, request);
  }
}

async function runAndClose(store: Store, config: Config, request: object): Promise<Outcome<unknown>> {
  try {
    return await runOn(store, config, request);
  } finally {
    await store.close();
  }
}

async function runOn(store: Store, config: Config, request: object): Promise<Outcome<unknown>> {
  const migrated = await migrate(store.db as never);
  if (migrated.kind === 'newer') return refused(say('cli-database-newer'));
  return runCommand(await contextOn(store, config), request);
}

async function contextOn(store: Store, config: Config): Promise<CommandContext> {
  const clock = config.sandbox
    ? await openRehearsalClock(store, systemClock, config.sandbox.startAt)
    : systemClock;
  const quota = quotaLimitsOf(config);
  return { store, catalogue: loadCatalogue(config), clock, newId, newInviteCode, quota };
}
