import type { Catalogue } from '#domain/catalogue.ts';
import type { CommandContext, Outcome } from '#app/commands/command.ts';
import {
  type CommandName,
  type CommandOptions,
  type CommandResult,
  runCommand,
} from '#app/commands/registry.ts';
import { basicPlan } from '#domain/quota.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { settableClock, type SettableClock } from '#test/kit/clocks.ts';
import { countingIds } from '#test/kit/counting-ids.ts';
import { openTestStore } from '#test/setup/open-test-store.ts';

/** What a command works with, on an empty database, at an instant. */
export interface TestContext extends CommandContext {
  clock: SettableClock;
}

export async function commandContext(
  now: string,
  catalogue: Catalogue = realCatalogue(),
): Promise<TestContext> {
  const codes = ['ABCD2345', 'EFGH6789', 'JKMN2345'];
  return {
    store: await openTestStore(),
    catalogue,
    clock: settableClock(now),
    newId: countingIds(),
    newInviteCode: () => codes.shift() ?? 'ZZZZ9999',
    quota: basicPlan,
  };
}

/** Runs a command as the server does, its options checked first. */
export async function run<N extends CommandName>(
  context: CommandContext,
  command: N,
  options: CommandOptions<N>,
): Promise<Outcome<CommandResult<N>>> {
  return (await runCommand(context, { command, options })) as Outcome<CommandResult<N>>;
}

/** The result of one that must not be refused. */
export async function resultOf<N extends CommandName>(
  context: CommandContext,
  command: N,
  options: CommandOptions<N>,
): Promise<CommandResult<N>> {
  const outcome = await run(context, command, options);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.result;
}
