import type { Incident } from '#domain/incident/incident.ts';
import { type IncidentChange, changeIncident } from '#storage/queries/incidents.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { addEvent, type NewIncidentEvent } from '#storage/queries/incident-events.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * Changes a locked incident and writes it into the timeline and the audit; whatever somebody does about it counts as a
 * sign of life. Returns the incident as it is now, and the id of the line in the timeline.
 */
export async function note(
  turn: OfficerTurn,
  incident: Incident,
  event: Pick<NewIncidentEvent, 'kind' | 'text' | 'details'>,
  change: IncidentChange = {},
): Promise<{ incident: Incident; eventId: string }> {
  const { tx, deps, now, officer } = turn;
  const eventId = deps.newId();
  const whole: IncidentChange = { ...change, updatedAt: now, askedAgainAt: null };
  await changeIncident(tx, incident.id, whole);
  await addEvent(tx, {
    ...{ id: eventId, incidentId: incident.id, at: now, officerId: officer.id, ...event },
    details: { channel: turn.message.channel, ...event.details },
  });
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: `incident-${event.kind}`, subjectId: incident.id },
    details: { event: eventId },
  });
  return { incident: withChange(incident, whole), eventId };
}

function withChange(incident: Incident, change: IncidentChange): Incident {
  const { severitySetBy, severityReason, ...plain } = change;
  const severitySet =
    severitySetBy === undefined ? incident.severitySet : { by: severitySetBy, why: severityReason ?? '' };
  return { ...incident, ...plain, severitySet };
}
