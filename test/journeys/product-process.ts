import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { openPglite } from '#storage/open-pglite.ts';
import { openPostgres } from '#storage/open-postgres.ts';
import type { Store } from '#storage/store.ts';
import { createEmptyDatabase } from '#test/setup/test-database.ts';

type Environment = Record<string, string>;

/** Where the product keeps its data: it outlives the processes that are started on it. */
export interface Place {
  /** A folder for files of the test, in which every process runs. */
  folder: string;
  database: 'pglite' | 'postgres';
  /** Starts the product as `npm start` does and waits until it serves. Rejects with what it printed when it gives up. */
  start(settings?: Environment): Promise<ProductProcess>;
  /** Runs a command as `npm run -s cli -- … --json` does; what it printed. Rejects with its complaint when it fails. */
  cli(...args: string[]): Promise<unknown>;
  /** The database itself; a folder only while no process has it. */
  openStore(): Promise<Store>;
  /** Ends what still runs there and removes it. */
  remove(): Promise<void>;
}

/** The product as a process of its own. */
export interface ProductProcess {
  /** Scheme, host and the port that the system gave. */
  url: string;
  /** Moves the rehearsal clock and waits for what falls due on the way. */
  moveClock(to: string): Promise<ClockMoved>;
  /** SIGKILL: nothing of its own runs any more. Resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; rejects unless it ends with 0. */
  stop(): Promise<void>;
  /** Everything that it printed so far, and how it ended. */
  printed(): string;
}

interface ClockMoved {
  now: string;
  due: { at: string; kind: string; count: number }[];
  undelivered: number;
}

/** A process that ended instead of serving. */
class GaveUp extends Error {
  readonly code: number | null;

  constructor(code: number | null, printed: string) {
    super(printed.trim());
    this.name = 'GaveUp';
    this.code = code;
  }
}

/** A fresh place on whichever kind of database this run is about: an empty folder, or a database on a server. */
export async function newPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'nhac-han-journey-'));
  const database = await createEmptyDatabase();
  const settings: Environment =
    database.kind === 'postgres' ? { DATABASE_URL: database.url } : { DATA_DIR: database.folder };
  const running = new Set<ChildProcess>();

  function run(file: string, args: string[], given: Environment): ChildProcess {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL(`../../app/${file}`, import.meta.url)), ...args],
      {
        // Away from a developer's own .env and settings.
        cwd: folder,
        env: { PATH: process.env.PATH, HOME: folder, ...given },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    running.add(child);
    child.once('close', () => running.delete(child));
    return child;
  }

  return {
    folder,
    database: database.kind,
    start: (given = {}) => served(run('main.ts', [], { ...quiet, ...settings, ...given })),
    async cli(...args) {
      const child = run('cli.ts', [...args, '--json'], { ...quiet, ...settings });
      const [out, complaint, [code]] = await Promise.all([
        text(child.stdout as NonNullable<typeof child.stdout>),
        text(child.stderr as NonNullable<typeof child.stderr>),
        once(child, 'close'),
      ]);
      if (code !== 0) throw new GaveUp(code, complaint || out);
      return JSON.parse(out);
    },
    openStore: () =>
      database.kind === 'postgres' ? openPostgres(database.url) : openPglite(database.folder),
    async remove() {
      await Promise.all([...running].map(killed));
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const quiet: Environment = { PORT: '0', SANDBOX: '1', LOG_LEVEL: 'warn' };

async function served(child: ChildProcess): Promise<ProductProcess> {
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        printed += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(printed)?.[0];
        if (found) resolve(found);
      });
    }
    child.once('close', (code, signal) => {
      printed += `(ended with ${code ?? signal})\n`;
      reject(new GaveUp(code, printed));
    });
    child.once('error', reject);
  });

  return {
    url,
    printed: () => printed,
    async moveClock(to) {
      const response = await fetch(`${url}/sandbox/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: to }),
      });
      if (!response.ok) throw new Error(`The clock did not move: ${await response.text()}`);
      return (await response.json()) as ClockMoved;
    },
    kill: () => killed(child),
    async stop() {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      const [code] = await closed;
      if (code !== 0) throw new GaveUp(code, printed);
    },
  };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}
