import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a file that only this user can read; one of that name is replaced once the new one is whole. Returns the system's
 * code of why it could not be (`ENOENT`), with nothing left behind.
 */
export async function writeWholeFile(file: string, content: Uint8Array): Promise<string | undefined> {
  const unfinished = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(unfinished, content, { mode: 0o600, flush: true });
    await rename(unfinished, file);
    return undefined;
  } catch (error) {
    await rm(unfinished, { force: true });
    return (error as NodeJS.ErrnoException).code ?? '';
  }
}
