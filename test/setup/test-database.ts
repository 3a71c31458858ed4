import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { administer, databaseUrl, type TestServer } from '#test/setup/test-server.ts';

/** A database that outlives the processes that open it: a folder for PGlite, a URL for a server. */
export type TestDatabase = { kind: 'pglite'; folder: string } | { kind: 'postgres'; url: string };

type Droppable<Database = TestDatabase> = Database & { drop(): Promise<void> };

/** One without any tables. */
export function createEmptyDatabase(): Promise<Droppable> {
  const server = inject('testServer');
  return server ? createOnServer(server, 'template0') : emptyFolder();
}

/** On the server of this run, migrated. */
export function createServerDatabase(server: TestServer) {
  return createOnServer(server, server.template);
}

let made = 0;

async function createOnServer({ url, template: ours }: TestServer, template: string) {
  made += 1;
  const name = `${ours}_${process.pid}_${made}`;
  await administer(url, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  );
  return {
    kind: 'postgres' as const,
    url: databaseUrl(url, name),
    drop: () =>
      administer(url, async (client) => {
        await client.query(`drop database ${name} with (force)`);
      }),
  };
}

async function emptyFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'nhac-han-test-'));
  return {
    kind: 'pglite' as const,
    folder,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}
