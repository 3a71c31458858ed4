import { isoInstant } from '#domain/time.ts';
import type { Story } from '#test/kit/province.ts';

/** How a unit's reports stand in the tables, by duty and period: `{ 'monthly 2026-M12': 'draft' }`. */
export async function statesOf(story: Story, unitCode: string): Promise<Record<string, string>> {
  const rows = await assignmentRows(story, unitCode);
  return Object.fromEntries(rows.map((row) => [reportName(row), row.state]));
}

export interface ReportRow {
  id: string;
  state: string;
  onTime: boolean | null;
  /** ISO with the zone's offset. */
  receivedAt: string | null;
  /** The name of the officer whose draft it is. */
  draftBy: string | null;
  draft: unknown;
}

/** One report of a unit, named as `statesOf` names it. */
export async function reportRow(story: Story, unitCode: string, report: string): Promise<ReportRow> {
  const row = (await assignmentRows(story, unitCode)).find((one) => reportName(one) === report);
  if (!row) throw new Error(`${unitCode} has no report ${report}.`);
  const { id, state, onTime, receivedAt, draftBy, draft } = row;
  return { id, state, onTime, receivedAt: iso(story, receivedAt), draftBy, draft };
}

/** Everything that was handed in for a unit, in the order of receipt, then of versions. */
export async function submissionsOf(story: Story, unitCode: string) {
  const rows = await story.store.db
    .selectFrom('submissions')
    .innerJoin('assignments', 'assignments.id', 'submissions.assignmentId')
    .innerJoin('units', 'units.id', 'assignments.unitId')
    .innerJoin('officers', 'officers.id', 'submissions.officerId')
    .selectAll('submissions')
    .select(['assignments.dutyId', 'assignments.period', 'officers.name as officer'])
    .where('units.code', '=', unitCode)
    .orderBy('submissions.receivedAt')
    .orderBy('submissions.id')
    .execute();
  return rows.map(({ dutyId, period, receivedAt, ...row }) => ({
    ...row,
    report: reportName({ dutyId, period }),
    receivedAt: iso(story, receivedAt),
  }));
}

/** What was written down for ever, oldest first: the action, who did it, to what. */
export async function auditRows(story: Story, ...actions: string[]) {
  const rows = await story.store.db
    .selectFrom('audit')
    .select(['action', 'actorId', 'subjectId', 'details', 'at'])
    .orderBy('id')
    .execute();
  return rows.filter(({ action }) => actions.includes(action));
}

function assignmentRows({ store }: Story, unitCode: string) {
  return store.db
    .selectFrom('assignments')
    .innerJoin('units', 'units.id', 'assignments.unitId')
    .leftJoin('officers', 'officers.id', 'assignments.draftBy')
    .select(['assignments.id', 'assignments.dutyId', 'assignments.period', 'assignments.state'])
    .select(['assignments.onTime', 'assignments.receivedAt', 'assignments.draft'])
    .select('officers.name as draftBy')
    .where('units.code', '=', unitCode)
    .execute();
}

function reportName({ dutyId, period }: { dutyId: string; period: string }): string {
  return `${dutyId} ${period}`;
}

function iso({ catalogue }: Story, at: Date | null): string | null {
  return at && isoInstant(at, catalogue.zone);
}
