import { escalationPolicies } from '#domain/incident/rules-schema.ts';
import { textIn } from '#locales/text.ts';
import { type Came, cameOf } from '#app/cli/came.ts';
import { configured, type Env } from '#app/cli/configured.ts';
import { showPolicies } from '#app/cli/show-escalation.ts';
import { withDatabase } from '#app/cli/with-database.ts';
import { DataFileError, readYaml } from '#app/yaml-file.ts';

/** What the commands about escalation do, given the environment and their options as they were typed. */

export async function escalationShow(env: Env, { unit }: { unit?: string }): Promise<Came> {
  const options = unit === undefined ? {} : { unit };
  return configured(env, async (config) =>
    cameOf(await withDatabase(config, 'escalation-show', options), showPolicies),
  );
}

/** Either a file of the same shape as `escalation` in `domain/incident/rules.yaml`, or `--default`. */
export async function escalationSet(
  env: Env,
  file: string | undefined,
  { unit, default: toDefault = false }: { unit: string; default?: boolean },
): Promise<Came> {
  if ((file === undefined) !== toDefault) {
    return { kind: 'misused', error: textIn('vi')('cli-escalation-file-or-default') };
  }
  return configured(env, async (config) => {
    const read = file === undefined ? null : readPolicies(file);
    if (typeof read === 'string') return { kind: 'refused', error: read };
    return cameOf(await withDatabase(config, 'escalation-set', { unit, policies: read }), showPolicies);
  });
}

function readPolicies(file: string) {
  try {
    return readYaml(file, escalationPolicies);
  } catch (error) {
    if (error instanceof DataFileError) return error.message;
    throw error;
  }
}
