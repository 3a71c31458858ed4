import type { IncidentStatus, Severity } from '#domain/incident/incident.ts';
import type { Instant } from '#domain/time.ts';
import type { Reader } from '#storage/store.ts';

/** An incident as a line of a list. */
export interface ListedIncident {
  number: string;
  drill: boolean;
  unitCode: string;
  unitName: string;
  severity: Severity;
  status: IncidentStatus;
  reportedAt: Instant;
  /** The name of whoever handles it. */
  handler: string | null;
  closedAt: Instant | null;
}

/** All incidents and drills, the newest first. */
export async function listIncidents(db: Reader): Promise<ListedIncident[]> {
  return db
    .selectFrom('incidents')
    .innerJoin('units', 'units.id', 'incidents.unitId')
    .leftJoin('officers', 'officers.id', 'incidents.handler')
    .select(['incidents.number', 'incidents.drill', 'incidents.severity', 'incidents.status'])
    .select(['incidents.reportedAt', 'incidents.closedAt', 'officers.name as handler'])
    .select(['units.code as unitCode', 'units.name as unitName'])
    .orderBy('incidents.reportedAt', 'desc')
    .orderBy('incidents.number', 'desc')
    .execute();
}
