import type { Instant } from '#domain/time.ts';
import { pruneAttachments } from '#storage/queries/attachments.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';

/** How long a picture is kept that belongs to no incident: somebody may still report one that it shows. */
const keptMs = 30 * 24 * 60 * 60_000;

/** Forgets the pictures and voice messages that were not used for anything. Returns how many. */
export async function pruneUnusedAttachments({ store }: { store: Store }, now: Instant): Promise<number> {
  return inTransaction(store, (tx) => pruneAttachments(tx, new Date(now.getTime() - keptMs)));
}
