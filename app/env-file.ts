import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';

/** Settings from a `.env` in the working directory, if there is one; what the environment has already stays. */
export function readEnvFile(file = '.env'): void {
  if (existsSync(file)) loadEnvFile(file);
}
