import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { textIn } from '#locales/text.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';
import { writeWholeFile } from '#app/commands/write-whole-file.ts';

/** `file` is absolute: the server has a working directory of its own. */
export const backupOptions = z.strictObject({ file: z.string().refine(isAbsolute) });

/** What `cli backup --json` prints. */
export interface WrittenBackup {
  file: string;
  bytes: number;
}

/**
 * Writes the embedded database to a .tar.gz that only this user can read; one of that name is replaced once the new
 * one is whole. Of a PostgreSQL server the command line speaks itself, with the address that it was given.
 */
export async function writeBackup(
  { store }: CommandContext,
  { file }: z.infer<typeof backupOptions>,
): Promise<Outcome<WrittenBackup>> {
  const say = textIn('vi');
  if (!store.dump) return refused(say('cli-backup-postgres', { command: 'pg_dump' }));
  const archive = await store.dump();
  const reason = await writeWholeFile(file, archive);
  if (reason !== undefined) return refused(say('cli-backup-not-written', { file, reason }));
  return done({ file, bytes: archive.length });
}
