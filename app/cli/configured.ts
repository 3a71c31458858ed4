import type { Came } from '#app/cli/came.ts';
import { type Config, readConfig } from '#app/config.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** Does something under the settings of the environment; where they do not fit, says what to set. */
export function configured<T extends Came | Promise<Came>>(env: Env, work: (config: Config) => T): T | Came {
  const read = readConfig(env);
  return read.kind === 'ok' ? work(read.config) : { kind: 'refused', error: read.problems.join('\n') };
}
