import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);

/** What each layer must not import, one violation of each way of writing it. */
const violations: [folder: string, source: string][] = [
  [
    'domain',
    "import { inTransaction } from '#storage/transaction.ts';\nexport const planted = inTransaction;\n",
  ],
  ['domain', "import type { Say } from '../../locales/text.ts';\nexport type Planted = Say;\n"],
  ['domain', "export { readFile } from 'node:fs/promises';\n"],
  ['domain', 'export const planted = process.env;\n'],
  ['locales', "import { fold } from '#domain/vietnamese.ts';\nexport const planted = fold;\n"],
  ['storage', "import { textIn } from '#locales/text.ts';\nexport const planted = textIn;\n"],
  ['handlers', "export const planted = () => import('#scheduler/deliver.ts');\n"],
  ['handlers', "import { sql } from 'kysely';\nexport const planted = sql;\n"],
  ['scheduler', "import { route } from '#handlers/route.ts';\nexport const planted = route;\n"],
  ['bot', "import { migrate } from '#storage/migrate.ts';\nexport const planted = migrate;\n"],
  ['web', "import { newId } from '#app/ids.ts';\nexport const planted = newId;\n"],
  ['app', "import { planted } from '#test/planted.ts';\nexport const again = planted;\n"],
];

const folderOf = (layer: string) => `${layer}/planted-violation`;
const fileOf = (layer: string, index: number) => `${folderOf(layer)}/planted-${index}.ts`;

/** What the linter says of all of them: one run, since it takes a second and a half to begin. */
let said = '';

beforeAll(async () => {
  for (const [index, [layer, source]] of violations.entries()) {
    await mkdir(folderOf(layer), { recursive: true });
    await writeFile(fileOf(layer, index), source);
  }
  const folders = [...new Set(violations.map(([layer]) => folderOf(layer)))];
  const lint = run('npx', ['biome', 'lint', '--max-diagnostics=none', ...folders], { maxBuffer: 2 ** 24 });
  said = await lint.then(
    () => '',
    (refused: { stderr: string }) => refused.stderr,
  );
});

afterAll(async () => {
  for (const [layer] of violations) await rm(folderOf(layer), { recursive: true, force: true });
});

describe('imports go one way', () => {
  test.each(violations.map(([layer, source], index) => ({ layer, source, index })))(
    'a file in $layer that breaks the rule is refused: $source',
    ({ layer, index }) => {
      const refusals = said.split('\n').filter((line) => line.includes(fileOf(layer, index)));
      expect(refusals.join('\n')).toMatch(/noRestricted(Imports|Globals)/);
    },
  );
});
