import type { Day } from '#domain/time.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** Notes the day on which a directive was first on; nothing that was due before is ever asked for. */
export async function trackDirectives(tx: Tx, ids: string[], onSince: Day): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .insertInto('trackedDirectives')
    .values(ids.map((directiveId) => ({ directiveId, onSince })))
    .onConflict((conflict) => conflict.column('directiveId').doNothing())
    .execute();
}

/**
 * Notes that just these are on from now on. One that is off begins anew when it is switched on again: what was due
 * meanwhile is nobody's arrears.
 */
export async function switchDirectives(tx: Tx, on: string[], today: Day): Promise<void> {
  await trackDirectives(tx, on, today);
  let off = tx.deleteFrom('trackedDirectives');
  if (on.length > 0) off = off.where('directiveId', 'not in', on);
  await off.execute();
}

export async function directivesOnSince(db: Reader): Promise<Map<string, Day>> {
  const rows = await db.selectFrom('trackedDirectives').select(['directiveId', 'onSince']).execute();
  return new Map(rows.map((row) => [row.directiveId, row.onSince]));
}
