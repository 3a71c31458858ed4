import type { Instant } from '#domain/time.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** A warning that an officer was sent and has not said "đã nhận" to. */
export interface OpenWarning {
  id: string;
  text: string;
  sentAt: Instant;
}

/** Records a warning because of an incident, and whom it goes to. */
export async function addWarning(
  tx: Tx,
  warning: { id: string; incidentId: string; text: string; sentBy: string; sentAt: Instant },
  officerIds: string[],
): Promise<void> {
  await tx.insertInto('warnings').values(warning).execute();
  if (officerIds.length === 0) return;
  await tx
    .insertInto('warningReceipts')
    .values(officerIds.map((officerId) => ({ warningId: warning.id, officerId, acknowledgedAt: null })))
    .execute();
}

/** Warnings to an officer from an instant on that they have not acknowledged, newest first. */
export async function openWarningsTo(db: Reader, officerId: string, since: Instant): Promise<OpenWarning[]> {
  return db
    .selectFrom('warningReceipts')
    .innerJoin('warnings', 'warnings.id', 'warningReceipts.warningId')
    .select(['warnings.id', 'warnings.text', 'warnings.sentAt'])
    .where('warningReceipts.officerId', '=', officerId)
    .where('warningReceipts.acknowledgedAt', 'is', null)
    .where('warnings.sentAt', '>=', since)
    .orderBy('warnings.sentAt', 'desc')
    .orderBy('warnings.id')
    .execute();
}

/** Their "đã nhận": `before` when they had said so already; undefined when it was never sent to them. */
export async function acknowledgeWarning(
  tx: Tx,
  { warningId, officerId, at }: { warningId: string; officerId: string; at: Instant },
): Promise<'now' | 'before' | undefined> {
  const receipt = await tx
    .selectFrom('warningReceipts')
    .select('acknowledgedAt')
    .where('warningId', '=', warningId)
    .where('officerId', '=', officerId)
    .forUpdate()
    .executeTakeFirst();
  if (!receipt || receipt.acknowledgedAt !== null) return receipt && 'before';
  await tx
    .updateTable('warningReceipts')
    .set({ acknowledgedAt: at })
    .where('warningId', '=', warningId)
    .where('officerId', '=', officerId)
    .execute();
  return 'now';
}

/** How many were sent the warnings because of an incident, and how many have acknowledged them. */
export async function warningCounts(
  db: Reader,
  incidentId: string,
): Promise<{ sent: number; acknowledged: number }> {
  const row = await db
    .selectFrom('warningReceipts')
    .innerJoin('warnings', 'warnings.id', 'warningReceipts.warningId')
    .select((select) => [
      select.fn.countAll<number>().as('sent'),
      select.fn.count<number>('warningReceipts.acknowledgedAt').as('acknowledged'),
    ])
    .where('warnings.incidentId', '=', incidentId)
    .executeTakeFirstOrThrow();
  return { sent: Number(row.sent), acknowledged: Number(row.acknowledged) };
}
