import type { Catalogue } from '#domain/catalogue.ts';
import { findDuty } from '#domain/catalogue.ts';
import type { NewId } from '#domain/clock.ts';
import { openWindows } from '#domain/deadline.ts';
import { ownersOf } from '#domain/duty-owner.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import { alignDates, openAssignments, unitsWithout } from '#storage/queries/assignments.ts';
import { directivesOnSince } from '#storage/queries/directives.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';

/** How many assignments one transaction opens: a deadline of 10,000 units must not hold everything up. */
const batchSize = 500;

/**
 * Opens what has become due to be worked on: each duty of a period whose data window has begun, for each unit that owes
 * it, once. Nothing whose last day was before the directive was switched on or before the unit joined. Returns how
 * many were opened.
 */
export async function openDueAssignments(
  deps: { store: Store; catalogue: Catalogue; newId: NewId },
  now: Instant,
): Promise<number> {
  const { store, catalogue, newId } = deps;
  const onSince = await directivesOnSince(store.db);
  const trackFrom = [...onSince.values()].sort()[0];
  if (trackFrom === undefined) return 0;
  let opened = 0;
  for (const deadline of openWindows(catalogue, { day: dayOf(now, catalogue.zone), trackFrom })) {
    const since = onSince.get(deadline.directive);
    const found = findDuty(catalogue, deadline);
    if (since === undefined || deadline.lastDay < since || !found) continue;
    const units = await unitsWithout(store.db, deadline, ownersOf(found.duty));
    for (let start = 0; start < units.length; start += batchSize) {
      const batch = units
        .slice(start, start + batchSize)
        .map((unitId) => ({ assignmentId: newId(), unitId }));
      await inTransaction(store, (tx) => openAssignments(tx, deadline, batch, now));
    }
    opened += units.length;
    await inTransaction(store, (tx) => alignDates(tx, deadline));
  }
  return opened;
}
