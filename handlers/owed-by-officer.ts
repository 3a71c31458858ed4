import { unitsReportedFor } from '#domain/access.ts';
import { owedBy, type Assignment } from '#storage/queries/assignments.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Everything that the units this person reports for still owe, the soonest first. */
export async function owedByOfficer({ tx, officer }: OfficerTurn): Promise<Assignment[]> {
  return owedBy(tx, unitsReportedFor(officer));
}
