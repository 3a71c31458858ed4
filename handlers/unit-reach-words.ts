import type { StatusRow } from '#storage/queries/status.ts';
import { reachOfUnits, type UnitReach } from '#storage/queries/unit-reach.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * The same rows, with units whose reminders reach nobody called so: "Sở Y tế (không liên lạc được cán bộ báo cáo)". Whoever
 * reads who has not reported then knows that a reminder is no help there.
 */
export async function namingUnreached(
  { tx, say }: OfficerTurn,
  rows: StatusRow[],
  unitIds: string[] | 'all',
): Promise<StatusRow[]> {
  const reach = await reachOfUnits(tx, unitIds === 'all' ? undefined : unitIds);
  return rows.map((row) => ({ ...row, unitName: named(row.unitName, reach.get(row.unitId) ?? 'reached') }));

  function named(unit: string, how: UnitReach): string {
    switch (how) {
      case 'reached':
        return unit;
      case 'unreachable':
        return say('missing-unit-unreachable', { unit });
      case 'without-reporter':
        return say('missing-unit-without-reporter', { unit });
    }
  }
}
