import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '#storage/tables.ts';

/** An open database. Reading may use `db`; writing goes through `inTransaction` alone. */
export interface Store {
  kind: 'pglite' | 'postgres';
  db: Kysely<Tables>;
  /** Calls back whenever a commit has put messages in line for a bot; best effort, so listeners also look by themselves. */
  onMessages(listener: (bot: string) => void): () => void;
  /** The same for pictures and voice messages that a bot is to download. */
  onAttachments(listener: (bot: string) => void): () => void;
  /** PGlite only: the database's folder as a .tar.gz, as of the last commit; unpacked, it can be opened. */
  dump?(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Inside a transaction only this is used: on PGlite, which has one connection, touching `store.db` there waits for ever. One
 * statement at a time (no `Promise.all`): it is one connection on PostgreSQL too, and pg gives up queueing for it.
 */
export type Tx = Transaction<Tables>;

/** What a query that only reads takes: the store's `db`, or the transaction it stands in. */
export type Reader = Kysely<Tables>;
