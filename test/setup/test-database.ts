import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { administer, databaseUrl, type TestServer } from '#test/setup/test-server.ts';

/** A database that outlives the processes that open it: a folder for PGlite, a URL for a server. */
export type TestDatabase = { kind: 'pglite'; folder: string } | { kind: 'postgres'; url: string };

/** Makes an empty one; a folder has no tables yet, a database on a server has. */
export async function createTestDatabase(): Promise<TestDatabase & { drop(): Promise<void> }> {
  const server = inject('testServer');
  return server ? copyOfTemplate(server) : emptyFolder();
}

let made = 0;

async function copyOfTemplate({ url, template }: TestServer) {
  made += 1;
  const name = `${template}_${process.pid}_${made}`;
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
