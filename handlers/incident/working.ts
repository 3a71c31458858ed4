import type { Incident } from '#domain/incident/incident.ts';
import {
  endIncidentTalk,
  findIncidentTalk,
  putIncidentTalk,
  type StoredIncidentTalk,
} from '#storage/queries/incident-talks.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * From now on what this person types, and what is no command, goes into the incident's timeline. Somebody who is being
 * asked something about an incident answers that first.
 */
export async function workOn(turn: OfficerTurn, incident: Incident): Promise<void> {
  const talk = await findIncidentTalk(turn.tx, turn.officer.id);
  if (talk && talk.stage !== 'working') return;
  await beginTalk(turn, incident, 'working');
}

/** Puts the person into a conversation about this incident, in place of the one before. */
export async function beginTalk(
  { tx, deps, officer, now }: OfficerTurn,
  incident: Pick<Incident, 'id'>,
  stage: string,
  state: object = {},
  askedBy: string | null = null,
): Promise<void> {
  await putIncidentTalk(tx, {
    ...{ id: deps.newId(), officerId: officer.id, incidentId: incident.id, stage, state, askedBy },
    ...{ silentUntil: null, updatedAt: now },
  });
}

/** What was asked is answered: back to working on the incident where the person handles it, else to nothing. */
export async function endTalk(turn: OfficerTurn, incident: Incident): Promise<void> {
  if (incident.handler === turn.officer.id) return beginTalk(turn, incident, 'working');
  await endIncidentTalk(turn.tx, turn.officer.id);
}

/** Stops being asked about anything of this incident, as when it is over. */
export async function leaveTalk({ tx, officer }: OfficerTurn, incident: Pick<Incident, 'id'>): Promise<void> {
  const talk: StoredIncidentTalk | undefined = await findIncidentTalk(tx, officer.id);
  if (talk?.incidentId === incident.id) await endIncidentTalk(tx, officer.id);
}
