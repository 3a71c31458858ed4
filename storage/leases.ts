import { sql } from 'kysely';
import type { Instant } from '#domain/time.ts';
import type { Store, Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';

/** How long a lease holds without being renewed, ms. With the time between two tries, another process takes over within 30 s. */
export const leaseMs = 20_000;

interface LeaseClaim {
  name: string;
  holder: string;
  /** Wall time, even in rehearsal. */
  wallNow: Instant;
}

/** Takes or renews a lease: true while this holder has it. */
export async function holdLease(store: Store, claim: LeaseClaim): Promise<boolean> {
  return inTransaction(store, async (tx) => {
    const expiresAt = new Date(claim.wallNow.getTime() + leaseMs);
    const row = await tx
      .insertInto('leases')
      .values({ name: claim.name, holder: claim.holder, expiresAt })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ holder: claim.holder, expiresAt })
          .where((where) =>
            where.or([
              where('leases.holder', '=', claim.holder),
              where('leases.expiresAt', '<=', claim.wallNow),
            ]),
          ),
      )
      .returning('name')
      .executeTakeFirst();
    return row !== undefined;
  });
}

/** Gives leases back at a clean stop, so that another process need not wait. */
export async function releaseLeases(store: Store, holder: string): Promise<void> {
  await inTransaction(store, (tx) => tx.deleteFrom('leases').where('holder', '=', holder).execute());
}

/** On PGlite no other process can hold anything: what a killed one left is free at the start. */
export async function clearLeases(tx: Tx): Promise<void> {
  await sql`delete from leases`.execute(tx);
}
