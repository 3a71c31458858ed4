import { viewScope } from '#domain/access.ts';
import { isAskedFor } from '#domain/catalogue.ts';
import type { Day } from '#domain/time.ts';
import { statusOf, type StatusRow } from '#storage/queries/status.ts';
import { withUnitsBelow } from '#storage/queries/units.ts';
import { shortTitleOf } from '#handlers/duty-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';
import { namingUnreached } from '#handlers/unit-reach-words.ts';

/** Units whose reports this person may see: theirs and what is below, all, or none. */
export async function unitsInView({ officer, tx }: OfficerTurn): Promise<UnitsInView | 'none'> {
  const scope = viewScope(officer);
  return scope.kind === 'below' ? withUnitsBelow(tx, scope.unitIds) : scope.kind;
}

type UnitsInView = string[] | 'all';

export function inView(unitIds: UnitsInView): { unitIds?: string[] } {
  return unitIds === 'all' ? {} : { unitIds };
}

/** How a report stands, and what it is called in lists: "tháng 12/2026". */
export type TitledRow = StatusRow & { title: string };

/** How the reports that are asked for stand, each unit called by its name and, where that is in doubt, whether it is reached. */
export async function statusInView(
  turn: OfficerTurn,
  unitIds: UnitsInView,
  filter: { periods: string[] } | { lastDayTo: Day; receivedFrom: Day },
): Promise<TitledRow[]> {
  const { tx, deps, language } = turn;
  const found = await statusOf(tx, { ...filter, ...inView(unitIds) });
  const asked = found.filter((row) => isAskedFor(deps.catalogue, row));
  // Ten thousand units owe the same few reports: each title is formed once.
  const titles = new Map<string, string>();
  const rows = await namingUnreached(turn, asked, unitIds);
  return rows.map((row) => ({
    ...row,
    title: row.isReturned ? turn.say('missing-title-returned', { title: titleOf(row) }) : titleOf(row),
  }));

  function titleOf(row: StatusRow): string {
    const key = `${row.directive} ${row.duty} ${row.period}`;
    const title = titles.get(key) ?? shortTitleOf(deps.catalogue, language, row);
    titles.set(key, title);
    return title;
  }
}
