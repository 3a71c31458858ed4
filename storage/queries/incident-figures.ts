import { sql } from 'kysely';
import type { Instant } from '#domain/time.ts';
import type { Reader } from '#storage/store.ts';

/**
 * How many incidents of a unit were noticed from `from` until before `to`, by the key of their kind (`unknown` where nobody
 * knows). Drills, false alarms and duplicates are none.
 */
export async function countIncidents(
  db: Reader,
  { unitId, from, to }: { unitId: string; from: Instant; to: Instant },
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('incidents')
    .select((select) => [
      sql<string>`coalesce(facts->>'kind', 'unknown')`.as('kind'),
      select.fn.countAll<number>().as('count'),
    ])
    .where('unitId', '=', unitId)
    .where('drill', '=', false)
    .where('status', 'not in', ['false-alarm', 'duplicate'])
    .where('detectedAt', '>=', from)
    .where('detectedAt', '<', to)
    .groupBy(sql`coalesce(facts->>'kind', 'unknown')`)
    .execute();
  return new Map(rows.map(({ kind, count }) => [kind, Number(count)]));
}
