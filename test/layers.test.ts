import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';

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

const planted = (folder: string) => `${folder}/planted-violation`;

afterEach(async () => {
  for (const [folder] of violations) await rm(planted(folder), { recursive: true, force: true });
});

describe('imports go one way', () => {
  test.each(violations)('a file in %s that breaks the rule is refused: %s', async (folder, source) => {
    await mkdir(planted(folder), { recursive: true });
    await writeFile(`${planted(folder)}/planted.ts`, source);
    const lint = run('npx', ['biome', 'lint', `${planted(folder)}/planted.ts`]);
    await expect(lint).rejects.toMatchObject({
      stderr: expect.stringMatching(/noRestricted(Imports|Globals)/),
    });
  });
});
