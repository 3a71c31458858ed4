import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPglite } from '#storage/open-pglite.ts';
import { listUnits } from '#storage/queries/units.ts';
import { commandContext, resultOf, run } from '#test/app/commands/command-context.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a backup is the whole database, for this user alone, and can be opened', async (test) => {
  const context = await commandContext('2026-11-27T09:00:00+07:00');
  test.skip(context.store.kind !== 'pglite', 'PostgreSQL is backed up by its own tools');
  await resultOf(context, 'demo', {});
  const file = join(folder, 'nhac-han.tar.gz');
  writeFileSync(file, 'an older one', { mode: 0o644 });
  const written = await resultOf(context, 'backup', { file });
  expect(written).toEqual({ file, bytes: statSync(file).size });
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect(readdirSync(folder)).toEqual(['nhac-han.tar.gz']);

  const database = join(folder, 'restored', 'database');
  mkdirSync(database, { recursive: true });
  execFileSync('tar', ['-xzf', file, '-C', database], { stdio: 'ignore' });
  const restored = await openPglite(join(folder, 'restored'));
  expect(await listUnits(restored.db)).toHaveLength(13);
  await restored.close();
});

test('where nothing can be written, that is said and nothing is left', async (test) => {
  const context = await commandContext('2026-11-27T09:00:00+07:00');
  test.skip(context.store.kind !== 'pglite', 'PostgreSQL is backed up by its own tools');
  const file = join(folder, 'nowhere', 'nhac-han.tar.gz');
  expect(await run(context, 'backup', { file })).toEqual({
    ok: false,
    error: `Không ghi được ${file} (ENOENT). Kiểm tra thư mục và quyền ghi.`,
  });
  expect(readdirSync(folder)).toEqual([]);
  expect(await run(context, 'backup', { file: 'nhac-han.tar.gz' })).toMatchObject({ ok: false });
});
