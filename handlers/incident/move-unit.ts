import { mayHandleIncident } from '#domain/access.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { Unit } from '#domain/organisation.ts';
import { cancelAlerts } from '#storage/queries/incident-alerts.ts';
import { peopleOfIncident } from '#storage/queries/incident-people.ts';
import { findIncident } from '#storage/queries/incidents.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { unitsAbove } from '#storage/queries/units.ts';
import { note } from '#handlers/incident/note.ts';
import { tellPeople } from '#handlers/incident/tell-people.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * A locked incident turns out to be at another unit: whoever is on duty there is alerted from the first step, also where
 * somebody of the unit before had taken it on, and those whose business it is no longer may go back to sleep.
 */
export async function moveToUnit(
  turn: OfficerTurn,
  before: Incident,
  unit: Pick<Unit, 'id' | 'name'>,
): Promise<Incident> {
  const { tx, deps, now } = turn;
  const knew = await peopleOfIncident(tx, before);
  const stays = await mayStillHandle(turn, before, unit);
  await note(
    turn,
    before,
    { kind: 'enriched', text: unit.name, details: { fact: 'unit' } },
    {
      ...{ unitId: unit.id, escalatedFrom: now },
      ...(stays ? {} : { handler: null, status: before.status === 'contained' ? before.status : 'new' }),
    },
  );
  const incident = await findIncident(tx, before.id);
  if (!incident) throw new Error(`Incident ${before.id} is gone in the transaction that moved it.`);
  await cancelAlerts(tx, incident.id);
  const left = await whoDoNotKnowIt(turn, incident, knew);
  await tellPeople(
    turn,
    incident,
    left,
    (theirs) => ({
      text: theirs('incident-moved-told', {
        ...{ number: incident.number, unit: unit.name, before: before.unit.name },
      }),
    }),
    { urgent: true },
  );
  await deps.escalate(tx, incident, now);
  await deps.keepClocks(tx, incident, now);
  return incident;
}

async function mayStillHandle(
  { tx }: OfficerTurn,
  { handler }: Incident,
  { id }: Pick<Unit, 'id'>,
): Promise<boolean> {
  const officer = handler === null ? undefined : await findOfficer(tx, handler);
  return (
    officer !== undefined && mayHandleIncident(officer, { unitId: id, unitsAbove: await unitsAbove(tx, id) })
  );
}

async function whoDoNotKnowIt<Person extends { id: string }>(
  { tx }: OfficerTurn,
  incident: Incident,
  knew: readonly Person[],
): Promise<Person[]> {
  const still = new Set((await peopleOfIncident(tx, incident)).map(({ id }) => id));
  return knew.filter(({ id }) => !still.has(id));
}
