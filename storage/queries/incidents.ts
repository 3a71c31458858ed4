import type { Transaction } from 'kysely';
import {
  type Incident,
  type IncidentClosing,
  type IncidentFacts,
  type IncidentStatus,
  incidentNumber,
  type Severity,
} from '#domain/incident/incident.ts';
import type { Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { Reader, Tx } from '#storage/store.ts';
import type { Tables } from '#storage/tables.ts';

export interface NewIncident {
  id: string;
  drill: boolean;
  unitId: string;
  reportedBy: string;
  at: Instant;
  /** The year of `at` in the product's zone: numbers count from 1 in each. */
  year: number;
  description: string;
  facts: IncidentFacts;
  severity: Severity;
}

/** Records an incident and gives it the next number of its year. */
export async function addIncident(tx: Tx, incident: NewIncident): Promise<Incident> {
  const { id, drill, unitId, reportedBy, at, description, severity } = incident;
  await tx
    .insertInto('incidents')
    .values({
      ...{ id, drill, unitId, reportedBy, description, severity },
      number: await nextNumber(tx, incident),
      ...{ reportedAt: at, detectedAt: at, escalatedFrom: at, updatedAt: at },
      facts: json(incident.facts) as never,
      status: 'new',
      severitySetBy: null,
      severityReason: null,
      handler: null,
      acknowledgedAt: null,
      askedAgainAt: null,
      closedAt: null,
      closing: null,
      paperAnswers: json({}) as never,
      duplicateOf: null,
    })
    .execute();
  const added = await findIncident(tx, id);
  if (!added) throw new Error(`incident ${id} is gone in the transaction that added it`);
  return added;
}

/** Two that are reported at once wait for each other here; the row of the year is the counter. */
async function nextNumber(tx: Tx, { drill, year }: { drill: boolean; year: number }): Promise<string> {
  const { last } = await tx
    .insertInto('incidentNumbers')
    .values({ drill, year, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['drill', 'year'])
        .doUpdateSet((row) => ({ last: row('incidentNumbers.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return incidentNumber({ drill, year, sequence: last });
}

export async function findIncident(db: Reader, id: string): Promise<Incident | undefined> {
  const row = await incidentRows(db).where('incidents.id', '=', id).executeTakeFirst();
  return row && incidentOf(row);
}

/** By its number as people type it: in whatever case. */
export async function findIncidentByNumber(db: Reader, number: string): Promise<Incident | undefined> {
  const row = await incidentRows(db).where('incidents.number', '=', number.toUpperCase()).executeTakeFirst();
  return row && incidentOf(row);
}

/**
 * Locked until the transaction ends: whoever changes an incident, or decides by what it holds, comes one after the other.
 * Rows that only refer to it need not wait.
 */
export async function lockIncident(tx: Tx, id: string): Promise<Incident | undefined> {
  const row = await tx
    .selectFrom('incidents')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && findIncident(tx, id);
}

const openStatuses = ['new', 'acknowledged', 'in-progress', 'contained'] as const satisfies IncidentStatus[];

/** Incidents that still need somebody, oldest first; of all units, or of these. Drills too. */
export async function openIncidents(db: Reader, unitIds?: string[]): Promise<Incident[]> {
  const rows = await incidentRows(db)
    .where('incidents.status', 'in', openStatuses)
    .$if(unitIds !== undefined, (query) => query.where('incidents.unitId', 'in', unitIds ?? []))
    .orderBy('incidents.reportedAt')
    .orderBy('incidents.id')
    .execute();
  return rows.map(incidentOf);
}

/** What an incident may be changed to; what is left out stays. */
export interface IncidentChange {
  /** Where it happened, put right. */
  unitId?: string;
  facts?: IncidentFacts;
  description?: string;
  detectedAt?: Instant;
  severity?: Severity;
  /** Who changed the severity, and why; absent where the rules gave it. */
  severitySetBy?: string;
  severityReason?: string;
  escalatedFrom?: Instant;
  status?: IncidentStatus;
  handler?: string | null;
  acknowledgedAt?: Instant;
  updatedAt?: Instant;
  askedAgainAt?: Instant | null;
  closedAt?: Instant;
  closing?: IncidentClosing;
  paperAnswers?: Record<string, string>;
  duplicateOf?: string | null;
}

/** Changes a locked incident. */
export async function changeIncident(tx: Tx, id: string, change: IncidentChange): Promise<void> {
  const { facts, closing, paperAnswers, ...plain } = change;
  await tx
    .updateTable('incidents')
    .set({
      ...plain,
      ...(facts ? { facts: json(facts) as never } : {}),
      ...(closing ? { closing: json(closing) as never } : {}),
      ...(paperAnswers ? { paperAnswers: json(paperAnswers) as never } : {}),
    })
    .where('id', '=', id)
    .execute();
}

type IncidentRowRead = Awaited<ReturnType<ReturnType<typeof incidentRows>['execute']>>[number];

function incidentRows(db: Reader | Transaction<Tables>) {
  return db
    .selectFrom('incidents')
    .innerJoin('units', 'units.id', 'incidents.unitId')
    .selectAll('incidents')
    .select('units.name as unitName');
}

function incidentOf(row: IncidentRowRead): Incident {
  const { id, number, drill, reportedBy, reportedAt, detectedAt, description, severity, status } = row;
  const { handler, acknowledgedAt, updatedAt, closedAt, duplicateOf, escalatedFrom, askedAgainAt } = row;
  return {
    ...{ id, number, drill, reportedBy, reportedAt, detectedAt, description, severity, status },
    ...{ handler, acknowledgedAt, updatedAt, closedAt, duplicateOf, escalatedFrom, askedAgainAt },
    unit: { id: row.unitId, name: row.unitName },
    severitySet: row.severitySetBy === null ? null : { by: row.severitySetBy, why: row.severityReason ?? '' },
    facts: row.facts as IncidentFacts,
    closing: row.closing as IncidentClosing | null,
    paperAnswers: row.paperAnswers as Record<string, string>,
  };
}
