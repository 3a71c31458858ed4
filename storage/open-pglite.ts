import { mkdir } from 'node:fs/promises';
import { PGlite, types } from '@electric-sql/pglite';
import { CamelCasePlugin, Kysely, PGliteDialect } from 'kysely';
import { lockFolder } from '#storage/folder-lock.ts';
import { createNotices, noticeChannels } from '#storage/notices.ts';
import type { Store } from '#storage/store.ts';
import type { Tables } from '#storage/tables.ts';

/** Opens PostgreSQL embedded in this process. Throws FolderInUseError when another process has the folder. */
export async function openPglite(folder: string): Promise<Store> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  try {
    const pglite = await PGlite.create({ dataDir: `${folder}/database`, parsers });
    return await storeOn(pglite, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** In memory, for tests. */
export async function openPgliteInMemory(): Promise<Store> {
  return storeOn(await PGlite.create({ parsers }), () => Promise.resolve());
}

/** Days stay text, and a count or an identity is a number: none of ours leaves the safe integers. */
const parsers = {
  [types.DATE]: (value: string) => value,
  [types.INT8]: (value: string) => Number(value),
};

async function storeOn(pglite: PGlite, unlock: () => Promise<void>): Promise<Store> {
  const db = new Kysely<Tables>({
    dialect: new PGliteDialect({ pglite }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const notices = createNotices();
  for (const channel of noticeChannels) await pglite.listen(channel, (bot) => notices.heard(channel, bot));
  return {
    kind: 'pglite',
    db,
    onMessages: (listener) => notices.listen('messages', listener),
    onAttachments: (listener) => notices.listen('attachments', listener),
    async dump() {
      const archive = await pglite.dumpDataDir('gzip');
      return new Uint8Array(await archive.arrayBuffer());
    },
    async close() {
      await db.destroy();
      if (!pglite.closed) await pglite.close();
      await unlock();
    },
  };
}
