import { z } from 'zod';
import { type IncidentStatus, isOpen, type Severity } from '#domain/incident/incident.ts';
import { isoInstant } from '#domain/time.ts';
import { listIncidents } from '#storage/queries/incident-list.ts';
import { type CommandContext, done, type Outcome } from '#app/commands/command.ts';

export const incidentsListOptions = z.strictObject({ open: z.boolean() });

/** One row of `cli incidents list --json`; `unit` is its code; instants are ISO with the zone's offset. */
export interface IncidentRow {
  number: string;
  drill: boolean;
  unit: string;
  name: string;
  severity: Severity;
  status: IncidentStatus;
  reportedAt: string;
  handler: string | null;
  closedAt: string | null;
}

/** All incidents and drills, or only those that still need somebody; the newest first. */
export async function showIncidents(
  { store, catalogue: { zone } }: CommandContext,
  { open }: z.infer<typeof incidentsListOptions>,
): Promise<Outcome<IncidentRow[]>> {
  const incidents = await listIncidents(store.db);
  return done(
    incidents
      .filter(({ status }) => !open || isOpen(status))
      .map(({ unitCode, unitName, reportedAt, closedAt, ...incident }) => ({
        ...incident,
        ...{ unit: unitCode, name: unitName, reportedAt: isoInstant(reportedAt, zone) },
        closedAt: closedAt && isoInstant(closedAt, zone),
      })),
  );
}
