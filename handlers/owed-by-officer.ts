import { unitsReportedFor } from '#domain/access.ts';
import { isAskedFor } from '#domain/catalogue.ts';
import { owedBy, type Assignment } from '#storage/queries/assignments.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Everything that the units this person reports for still owe, the soonest first. */
export async function owedByOfficer({ tx, officer, deps }: OfficerTurn): Promise<Assignment[]> {
  const owed = await owedBy(tx, unitsReportedFor(officer));
  return owed.filter((one) => isAskedFor(deps.catalogue, one));
}
