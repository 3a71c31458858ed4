import { sql } from 'kysely';
import type { Day, Instant } from '#domain/time.ts';
import type { Tx } from '#storage/store.ts';

/** More time that was asked for with one word, for one or several reports of a unit. */
export interface ExtensionRequest {
  id: string;
  assignmentIds: string[];
  until: Day;
  askedBy: string;
  /** Null while it waits. */
  agreed: boolean | null;
}

export async function putExtensionRequest(
  tx: Tx,
  request: {
    id: string;
    assignmentIds: string[];
    until: Day;
    reason: string;
    askedBy: string;
    askedAt: Instant;
  },
): Promise<void> {
  const { assignmentIds, ...shared } = request;
  await tx
    .insertInto('extensionRequests')
    .values(assignmentIds.map((assignmentId) => ({ ...shared, assignmentId })))
    .execute();
}

/** A request, locked until the transaction ends; also one that has been settled. */
export async function lockExtensionRequest(tx: Tx, id: string): Promise<ExtensionRequest | undefined> {
  const rows = await tx
    .selectFrom('extensionRequests')
    .select(['assignmentId', 'until', 'askedBy', 'agreed'])
    .where('id', '=', id)
    .orderBy('assignmentId')
    .forUpdate()
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const { until, askedBy, agreed } = first;
  return { id, assignmentIds: rows.map(({ assignmentId }) => assignmentId), until, askedBy, agreed };
}

export async function settleExtensionRequest(
  tx: Tx,
  id: string,
  settled: { agreed: boolean; settledBy: string; settledAt: Instant },
): Promise<void> {
  await tx.updateTable('extensionRequests').set(settled).where('id', '=', id).execute();
}

/** These reports, locked and owed, have a new last day; their cadence begins anew. When they are due by law stays. */
export async function extend(tx: Tx, assignmentIds: string[], until: Day, at: Instant): Promise<void> {
  await tx
    .updateTable('assignments')
    .set({ newLastDay: until, cadenceSince: at, cadenceRound: sql<number>`cadence_round + 1` })
    .where('id', 'in', assignmentIds)
    .execute();
  // What somebody put off was a reminder of the day that does not hold any more.
  await tx.deleteFrom('snoozes').where('assignmentId', 'in', assignmentIds).execute();
}
