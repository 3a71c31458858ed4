import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUseError, lockFolder } from '#storage/folder-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhac-han-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a folder is locked once, whatever path leads to it, and free again after the release', async () => {
  const otherPath = `${folder}-link`;
  await symlink(folder, otherPath);
  try {
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError);
    await expect(lockFolder(otherPath)).rejects.toThrow('Stop that one first, or set another DATA_DIR.');
    await release();
    await (await lockFolder(otherPath))();
  } finally {
    await rm(otherPath);
  }
});

test('another folder is another lock', async () => {
  const other = await mkdtemp(join(tmpdir(), 'nhac-han-test-'));
  const releases = [await lockFolder(folder), await lockFolder(other)];
  for (const release of releases) await release();
  await rm(other, { recursive: true });
});
