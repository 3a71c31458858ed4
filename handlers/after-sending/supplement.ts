import { beginReport } from '#handlers/begin-report.ts';
import { owedByOfficer } from '#handlers/owed-by-officer.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Bổ sung ngay": what a unit was asked for again by one day. */
export async function supplementOf(turn: OfficerTurn, lastDay: string, unitId: string): Promise<void> {
  const owed = await owedByOfficer(turn);
  await beginReport(
    turn,
    owed.filter((one) => one.isReturned && one.lastDay === lastDay && one.unitId === unitId),
  );
}
