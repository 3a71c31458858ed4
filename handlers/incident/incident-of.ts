import { mayHandleIncident } from '#domain/access.ts';
import { isId } from '#domain/callback.ts';
import { type Incident, isOpen } from '#domain/incident/incident.ts';
import { findIncident, lockIncident } from '#storage/queries/incidents.ts';
import { unitsAbove } from '#storage/queries/units.ts';
import { workOn } from '#handlers/incident/working.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What a person may do with an incident: take it on and change it, or only add to what they reported themselves. */
export type IncidentRight = 'handle' | 'report';

export interface SeenIncident {
  incident: Incident;
  right: IncidentRight;
}

/** The incident, locked, as far as this person may see it; an id that they may not see is as good as none. */
export async function incidentOf(turn: OfficerTurn, id: string): Promise<SeenIncident | undefined> {
  if (!isId(id)) return undefined;
  return withRight(turn, await lockIncident(turn.tx, id));
}

/** The same to look at only, not locked. */
export async function incidentSeen(turn: OfficerTurn, id: string): Promise<SeenIncident | undefined> {
  return withRight(turn, await findIncident(turn.tx, id));
}

/** The incident, locked, for somebody who may handle it; whoever may not is told so, politely. */
export async function incidentToHandle(turn: OfficerTurn, id: string): Promise<Incident | undefined> {
  const seen = await incidentOf(turn, id);
  if (seen?.right === 'handle') return seen.incident;
  // They are told that they may write more about it here.
  if (seen && isOpen(seen.incident.status)) await workOn(turn, seen.incident);
  await turn.reply({ text: seen ? turn.say('incident-not-yours') : turn.say('incident-none-such') });
  return undefined;
}

async function withRight(
  turn: OfficerTurn,
  incident: Incident | undefined,
): Promise<SeenIncident | undefined> {
  if (!incident) return undefined;
  const place = { unitId: incident.unit.id, unitsAbove: await unitsAbove(turn.tx, incident.unit.id) };
  if (mayHandleIncident(turn.officer, place)) return { incident, right: 'handle' };
  return incident.reportedBy === turn.officer.id ? { incident, right: 'report' } : undefined;
}
