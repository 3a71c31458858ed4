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

export async function directivesOnSince(db: Reader): Promise<Map<string, Day>> {
  const rows = await db.selectFrom('trackedDirectives').select(['directiveId', 'onSince']).execute();
  return new Map(rows.map((row) => [row.directiveId, row.onSince]));
}
