import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, types } from 'pg';
import { createNotices, noticeChannels, type Notices } from '#storage/notices.ts';
import type { Store } from '#storage/store.ts';
import type { Tables } from '#storage/tables.ts';

const dateType = 1082;
const int8Type = 20;
const reconnectAfterMs = 1_000;

/**
 * How long to wait for a connection, ms, also for a free one of the pool: from a server that a filter hides from us no
 * answer comes at all, and whoever asked would wait for ever.
 */
const connectMs = 30_000;

/** Opens a PostgreSQL server (15 or newer) that any number of processes may share. Throws when it cannot be reached. */
export async function openPostgres(url: string, options: { poolSize?: number } = {}): Promise<Store> {
  const pool = new Pool({
    ...{ connectionString: url, max: options.poolSize ?? 10, types: { getTypeParser } },
    ...{ connectionTimeoutMillis: connectMs, keepAlive: true },
  });
  // An idle connection that the server closes is replaced at the next query; unheard, the event would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const notices = createNotices();
  const stopListening = await keepListening(url, notices.heard);
  return {
    kind: 'postgres',
    db,
    onMessages: (listener) => notices.listen('messages', listener),
    onAttachments: (listener) => notices.listen('attachments', listener),
    async close() {
      await stopListening();
      await db.destroy();
    },
  };
}

const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === dateType) return (value: string) => value;
  if (oid === int8Type) return (value: string) => Number(value);
  return types.getTypeParser(oid, format as 'text');
};

/** Holds one connection on LISTEN and opens another when it breaks. Returns the stop. */
async function keepListening(url: string, heard: Notices['heard']): Promise<() => Promise<void>> {
  let stopped = false;
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  async function start(): Promise<void> {
    const next = new Client({ connectionString: url, connectionTimeoutMillis: connectMs, keepAlive: true });
    next.on('error', again);
    next.on('notification', (notice) => heard(notice.channel, notice.payload ?? ''));
    await next.connect();
    client = next;
    // Some clusters refuse LISTEN; who waits looks by itself as well, a little later.
    for (const channel of noticeChannels) await next.query(`listen ${channel}`).catch(() => {});
  }

  function again(): void {
    client = undefined;
    if (stopped || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      start().catch(again);
    }, reconnectAfterMs);
  }

  await start();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await client?.end();
  };
}
