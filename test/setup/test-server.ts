import process from 'node:process';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#storage/migrate.ts';
import { openPostgres } from '#storage/open-postgres.ts';
import { startEmbeddedServer } from '#test/setup/embedded-server.ts';

/** The PostgreSQL server of this run, and the migrated database that those of the tests are copies of. */
export interface TestServer {
  /** Of a user who may create databases; ends in the name of the maintenance database. */
  url: string;
  template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where the tests run on PGlite. */
    testServer: TestServer | null;
  }
}

/**
 * `TEST_DATABASE=postgres` starts a PostgreSQL of our own once for the run, or takes the server of `TEST_DATABASE_URL`.
 * Where neither can be had the run fails: a suite that skipped its database would pass for no reason.
 */
export default async function provideServer(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const wanted = process.env.TEST_DATABASE ?? 'pglite';
  if (wanted === 'pglite') {
    project.provide('testServer', null);
    return undefined;
  }
  if (wanted !== 'postgres') throw new Error(`TEST_DATABASE is "${wanted}": it is pglite or postgres.`);

  const server = await startServer(process.env.TEST_DATABASE_URL);
  const template = `nhac_han_test_${process.pid}`;
  await makeTemplate(server.url, template);
  project.provide('testServer', { url: server.url, template });
  return async () => {
    await dropDatabases(server.url, template);
    await server.stop();
  };
}

async function startServer(url: string | undefined): Promise<{ url: string; stop(): Promise<void> }> {
  return url ? { url, stop: () => Promise.resolve() } : startEmbeddedServer();
}

async function makeTemplate(url: string, template: string): Promise<void> {
  await administer(url, (client) => client.query(`create database ${template}`));
  const store = await openPostgres(databaseUrl(url, template), { poolSize: 1 });
  await migrate(store.db as never);
  await store.close();
}

async function dropDatabases(url: string, template: string): Promise<void> {
  await administer(url, async (client) => {
    const { rows } = await client.query('select datname from pg_database where datname like $1', [
      `${template}%`,
    ]);
    for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`);
  });
}

export async function administer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw new Error('The PostgreSQL of the tests cannot be used.', { cause: error });
  } finally {
    await client.end();
  }
}

export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
