import { longDay } from '#locales/dates.ts';
import { textIn } from '#locales/text.ts';
import { reachableHeads } from '#storage/queries/head-requests.ts';
import type { Leave } from '#storage/queries/leaves.ts';
import { coordinatingOfficers } from '#storage/queries/officers.ts';
import { tell } from '#handlers/tell.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Nobody stands in: the heads of the officer's units are told or, where none can be reached, the coordinators. */
export async function tellThatNobodyStandsIn(
  turn: OfficerTurn,
  { id, untilDay }: Pick<Leave, 'id' | 'untilDay'>,
): Promise<void> {
  const { tx, officer } = turn;
  const units = new Map(officer.positions.map(({ unit }) => [unit.id, unit.name]));
  for (const [unitId, unit] of units) {
    const heads = (await reachableHeads(tx, unitId))
      .map((head) => head.id)
      .filter((head) => head !== officer.id);
    const told = heads.length > 0 ? heads : await coordinatingOfficers(tx);
    for (const other of told) {
      if (other === officer.id) continue;
      await tell(turn, other, `leave-nobody:${id}:${other}`, (language) => ({
        kind: 'text',
        text: textIn(language)('leave-nobody-told', {
          ...{ name: officer.name, unit, until: longDay(language, untilDay) },
        }),
      }));
    }
  }
}
