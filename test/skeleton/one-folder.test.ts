import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FolderInUseError } from '#storage/folder-lock.ts';
import { openPglite } from '#storage/open-pglite.ts';
import { startChild } from '#test/skeleton/children.ts';

const folderProcess = new URL('./folder-process.ts', import.meta.url);

test('a data folder is open in one process; when that one is killed it can be opened at once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nhac-han-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));

  const first = startChild(folderProcess, { folder });
  await first.prints('open');
  const second = startChild(folderProcess, { folder });
  expect(await second.ended).toBe(3);
  expect(second.printed()).toContain('FolderInUseError');
  await expect(openPglite(folder)).rejects.toThrow(FolderInUseError);

  await first.kill();
  const store = await openPglite(folder);
  await store.close();
}, 120_000);
