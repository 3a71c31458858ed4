import { CommanderError } from 'commander';
import { textIn } from '#locales/text.ts';
import type { Env } from '#app/cli/configured.ts';
import type { Came } from '#app/cli/came.ts';
import { createProgram } from '#app/cli/program.ts';
import { misuse } from '#app/cli/misuse.ts';

export interface CliIo {
  env: Env;
  /** Standard output and standard error; texts end with a line break. */
  out(text: string): void;
  err(text: string): void;
}

/** Does what a command line says. Returns the exit code: 0, 1 when it was refused, 2 when it was called wrongly. */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  let result: { came: Came; json: boolean } | undefined;
  const program = createProgram(io.env, io, (came, json) => {
    result = { came, json: json === true };
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return 0;
    return print(io, { kind: 'misused', error: misuse(error) }, false);
  }
  return result ? print(io, result.came, result.json) : 0;
}

function print(io: CliIo, came: Came, json: boolean): number {
  switch (came.kind) {
    case 'shown':
      io.out(`${json ? JSON.stringify(came.json, null, 2) : came.text}\n`);
      return came.failed ? 1 : 0;
    case 'refused':
      io.err(`${came.error}\n`);
      return 1;
    case 'misused':
      io.err(`${came.error}\n${textIn('vi')('cli-see-help')}\n`);
      return 2;
  }
}
