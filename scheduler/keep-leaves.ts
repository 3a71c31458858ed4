import type { Catalogue } from '#domain/catalogue.ts';
import type { NewId } from '#domain/clock.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { endLeave, leavesToKeep, lendPositions, lockLeave, startLeave } from '#storage/queries/leaves.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';

interface LeaveDeps {
  store: Store;
  catalogue: Catalogue;
  newId: NewId;
}

/**
 * Leaves begin on their first day and are over after their last one: who stands in holds the positions from then, and until
 * then. It is midnight, and both were told the days: nobody is written to.
 */
export async function keepLeaves(deps: LeaveDeps, now: Instant): Promise<void> {
  const today = dayOf(now, deps.catalogue.zone);
  for (const { id } of await leavesToKeep(deps.store.db, today)) {
    await inTransaction(deps.store, async (tx) => {
      const leave = await lockLeave(tx, id);
      if (!leave || leave.endedAt) return;
      if (leave.untilDay >= today) {
        await startLeave(tx, id, now);
        if (leave.acceptedAt) await lendPositions(tx, leave, { newId: deps.newId, at: now });
        return;
      }
      await endLeave(tx, id, now);
      await recordAudit(tx, { at: now, action: 'leave-ended', subjectId: id });
    });
  }
}
