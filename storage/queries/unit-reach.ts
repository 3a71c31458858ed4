import { isOpenChat } from '#storage/queries/chat-reach.ts';
import type { Reader } from '#storage/store.ts';

/** Whether reminders reach anybody who fills in a unit's reports. */
export type UnitReach =
  | 'reached'
  /** There is somebody, but no chat with them is linked and open. */
  | 'unreachable'
  | 'without-reporter';

/** How each unit that has not left can be reached, by id; only these units, all when left out. */
export async function reachOfUnits(db: Reader, unitIds?: string[]): Promise<Map<string, UnitReach>> {
  if (unitIds?.length === 0) return new Map();
  let query = db
    .selectFrom('units')
    .leftJoin('positions', (join) =>
      join
        .onRef('positions.unitId', '=', 'units.id')
        .on('positions.until', 'is', null)
        .on((on) =>
          on.or([
            on('positions.kind', '=', 'reporter'),
            on.and([on('positions.kind', '=', 'coordinator'), on('units.coordinator', '=', true)]),
          ]),
        ),
    )
    .leftJoin('identities', (join) =>
      join.onRef('identities.officerId', '=', 'positions.officerId').on(isOpenChat()),
    )
    .select('units.id')
    .select((select) => [
      select.fn.count<number>('positions.id').as('reporters'),
      select.fn.count<number>('identities.id').as('chats'),
    ])
    .where('units.leftOn', 'is', null)
    .groupBy('units.id');
  if (unitIds) query = query.where('units.id', 'in', unitIds);
  const rows = await query.execute();
  return new Map(rows.map(({ id, reporters, chats }) => [id, reachOf(Number(reporters), Number(chats))]));
}

/** Of how many units reports are asked, while reminders reach nobody there who fills them in. */
export async function countUnreached(db: Reader): Promise<number> {
  const reporting = await db.selectFrom('assignments').select('unitId').distinct().execute();
  const reach = await reachOfUnits(db);
  return reporting.filter(({ unitId }) => (reach.get(unitId) ?? 'reached') !== 'reached').length;
}

function reachOf(reporters: number, chats: number): UnitReach {
  if (chats > 0) return 'reached';
  return reporters > 0 ? 'unreachable' : 'without-reporter';
}
