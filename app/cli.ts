import process from 'node:process';
import { runCli } from '#app/cli/run.ts';
import { readEnvFile } from '#app/env-file.ts';
import { DataFileError } from '#app/yaml-file.ts';

/** The command line: `npm run -s cli -- <command>`. */
async function main(): Promise<void> {
  readEnvFile();
  process.exitCode = await runCli(process.argv.slice(2), {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}

main().catch((error: unknown) => {
  // A mistake of ours, or of the machine: whoever runs the server may read all of it.
  console.error(error instanceof DataFileError ? error.message : error);
  process.exitCode = 1;
});
