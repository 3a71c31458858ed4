import { isoInstant } from '#domain/time.ts';
import type { Story } from '#test/kit/province.ts';

/** What the tables hold of each incident, in the order of report. */
export async function incidentRows(story: Story) {
  const rows = await story.store.db
    .selectFrom('incidents')
    .innerJoin('units', 'units.id', 'incidents.unitId')
    .innerJoin('officers', 'officers.id', 'incidents.reportedBy')
    .selectAll('incidents')
    .leftJoin('officers as handlers', 'handlers.id', 'incidents.handler')
    .select(['units.code as unit', 'officers.name as reporter', 'handlers.name as handledBy'])
    .orderBy('incidents.reportedAt')
    .orderBy('incidents.number')
    .execute();
  const { zone } = story.catalogue;
  return rows.map(({ id, number, unit, reporter, drill, ...row }) => ({
    ...{ id, number, unit, reporter, drill, description: row.description, facts: row.facts },
    ...{ severity: row.severity, status: row.status, handledBy: row.handledBy, closing: row.closing },
    detectedAt: isoInstant(row.detectedAt, zone),
  }));
}

/** The timeline of all incidents as it was written: kind and text. */
export async function timelineRows(story: Story, incidentId?: string): Promise<[string, string | null][]> {
  const rows = await story.store.db
    .selectFrom('incidentEvents')
    .select(['kind', 'text'])
    .$if(incidentId !== undefined, (query) => query.where('incidentId', '=', incidentId ?? ''))
    .orderBy('seq')
    .execute();
  return rows.map(({ kind, text }) => [kind, text]);
}

/** Names of those who were alerted so far, of any incident. */
export async function alertedNames(story: Story): Promise<string[]> {
  const rows = await story.store.db
    .selectFrom('incidentAlerts')
    .innerJoin('officers', 'officers.id', 'incidentAlerts.officerId')
    .select('officers.name')
    .distinct()
    .orderBy('officers.name')
    .execute();
  return rows.map(({ name }) => name);
}
