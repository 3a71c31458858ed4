import type { ChannelKind } from '#domain/channel.ts';
import { ownUnits } from '#domain/incident/own-units.ts';
import type { Incident, IncidentFacts, Severity } from '#domain/incident/incident.ts';
import { suggestKind } from '#domain/incident/suggest-kind.ts';
import { severityOf } from '#domain/incident/severity.ts';
import type { Officer, Unit } from '#domain/organisation.ts';
import { dayOf, type Instant, partsOf } from '#domain/time.ts';
import { joinToIncident } from '#storage/queries/attachments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { addEvent } from '#storage/queries/incident-events.ts';
import { addIncident } from '#storage/queries/incidents.ts';
import { coordinatingUnit } from '#storage/queries/units.ts';
import type { IncidentWork } from '#handlers/incident/incident-work.ts';

export interface NewReport {
  officer: Officer;
  /** Where it is; by default where the officer is likeliest to mean. */
  unit?: Pick<Unit, 'id'>;
  /** What stands in the record; in the reporter's words where there are any. */
  description: string;
  /** Chosen from the list, or `unknown`; absent: as far as the description tells. */
  kind?: string;
  drill: boolean;
  /** Severe only once more is known: it may be no incident at all. */
  severity?: Severity;
  /** Pictures and voice messages that they have sent since then belong to it; by default those of the last two minutes. */
  mediaSince?: Instant;
  /** What the timeline says besides the description. */
  remark?: string;
  /** By which it came. */
  channel?: ChannelKind;
}

/**
 * Records an incident and alerts whoever is to be alerted first, in the transaction that it was reported in. Undefined where
 * there is no unit that it could be at.
 */
export async function recordIncident(work: IncidentWork, report: NewReport): Promise<Incident | undefined> {
  const { tx, deps, now } = work;
  const { officer, description, drill } = report;
  const unit = report.unit ?? ownUnits(officer)[0] ?? (await coordinatingUnit(tx));
  if (!unit) return undefined;
  const kind = report.kind ?? suggestKind(description, deps.catalogue.incidents.kinds);
  const facts: IncidentFacts = kind === undefined ? {} : { kind };
  const incident = await addIncident(tx, {
    ...{ id: deps.newId(), drill, unitId: unit.id, reportedBy: officer.id, at: now, description, facts },
    year: partsOf(dayOf(now, deps.catalogue.zone)).year,
    severity: report.severity ?? severityOf(facts, deps.catalogue.incidents).severity,
  });
  const eventId = deps.newId();
  await addEvent(tx, {
    ...{ id: eventId, incidentId: incident.id, at: now, officerId: officer.id, kind: 'reported' },
    text: [description, report.remark].filter((part) => part !== undefined).join('\n'),
    details: { fact: 'description', ...(report.channel ? { channel: report.channel } : {}) },
  });
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'incident-reported', subjectId: incident.id },
    details: { event: eventId, drill },
  });
  const since = report.mediaSince ?? new Date(now.getTime() - sentJustBeforeMs);
  await joinToIncident(tx, { officerId: officer.id, since, incidentId: incident.id });
  await deps.escalate(tx, incident, now);
  await deps.keepClocks(tx, incident, now);
  return incident;
}

/** A picture sent so shortly before the first word belongs to it, ms. */
const sentJustBeforeMs = 2 * 60_000;
