import { type Incident, isOpen } from '#domain/incident/incident.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { cancelAlerts } from '#storage/queries/incident-alerts.ts';
import { addEvent } from '#storage/queries/incident-events.ts';
import { findIncident, findIncidentByNumber } from '#storage/queries/incidents.ts';
import { sayItIsOver } from '#handlers/incident/acknowledge.ts';
import { incidentOf, incidentToHandle } from '#handlers/incident/incident-of.ts';
import { headline, incidentTap } from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import { incidentsInSight } from '#handlers/incident/list.ts';
import { note } from '#handlers/incident/note.ts';
import { tellEveryone, tellPeople } from '#handlers/incident/tell-people.ts';
import { leaveTalk } from '#handlers/incident/working.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Trùng sự cố khác": of which open one? */
export async function askDuplicate(turn: OfficerTurn, incidentId: string): Promise<void> {
  const { say } = turn;
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  if (!isOpen(incident.status)) return sayItIsOver(turn, incident);
  const others = (await incidentsInSight(turn)).filter(
    ({ id, drill }) => id !== incident.id && drill === incident.drill,
  );
  if (others.length === 0) return turn.reply({ text: say('incident-duplicate-none') });
  await turn.reply({
    text: say('incident-duplicate-ask', { number: incident.number }),
    choices: others
      .slice(-most)
      .map((other) => [
        { label: headline(languageOf(turn), other), data: incidentTap('dup', incident, other.number) },
      ]),
  });
}

/** So many, the newest, stand under one question. */
const most = 8;

/** Links it to the main incident: its own alerts stop, whoever knew of it hears which one goes on. */
export async function linkDuplicate(
  turn: OfficerTurn,
  incidentId: string,
  mainNumber: string,
): Promise<void> {
  const { say, tx, deps, now, officer } = turn;
  const found = await incidentToHandle(turn, incidentId);
  if (!found) return;
  const named = await findIncidentByNumber(tx, mainNumber);
  const main = named && (await incidentOf(turn, named.id))?.incident;
  if (!isOpen(found.status) || !main || !isOpen(main.status) || main.id === found.id) {
    return turn.reply({ text: say('old-button') });
  }
  const { incident } = await note(
    turn,
    found,
    { kind: 'linked', details: { to: main.id, number: main.number } },
    { status: 'duplicate', duplicateOf: main.id },
  );
  await addEvent(tx, {
    ...{ id: deps.newId(), incidentId: main.id, at: now, officerId: officer.id, kind: 'linked' },
    ...{ text: incident.description, details: { from: incident.id, number: incident.number } },
  });
  await cancelAlerts(tx, incident.id);
  await deps.keepClocks(tx, incident, now);
  await leaveTalk(turn, incident);
  await tellEveryone(turn, incident, (theirs) => ({
    text: theirs('incident-duplicate-told', { number: incident.number, main: main.number }),
  }));
  await tellHandlerOfMain(turn, incident, main);
  await turn.reply({
    text: say('incident-duplicate-done', { number: incident.number, main: main.number }),
    choices: [
      [{ label: say('button-incident-unlink'), data: incidentTap('undup', incident) }],
      [{ label: say('button-incident-view'), data: incidentTap('view', main) }],
    ],
  });
}

/** Whoever handles the main one learns what else was reported of it. */
async function tellHandlerOfMain(turn: OfficerTurn, linked: Incident, main: Incident): Promise<void> {
  const handler = main.handler === null ? undefined : await findOfficer(turn.tx, main.handler);
  if (!handler) return;
  await tellPeople(turn, main, [handler], (theirs) => ({
    text: theirs('incident-duplicate-of-yours', {
      number: linked.number,
      main: main.number,
      text: linked.description,
    }),
    choices: [[{ label: theirs('button-incident-view'), data: incidentTap('view', linked) }]],
  }));
}

/** It is one of its own after all: open again, and alerted about from the first step. */
export async function unlinkDuplicate(turn: OfficerTurn, incidentId: string): Promise<void> {
  const { say, tx, deps, now } = turn;
  const found = await incidentToHandle(turn, incidentId);
  if (!found) return;
  if (found.status !== 'duplicate') return turn.reply({ text: say('old-button') });
  const main = await mainOf(turn, found);
  const { incident } = await note(
    turn,
    found,
    { kind: 'status', details: { status: 'new' } },
    { status: 'new', handler: null, duplicateOf: null, escalatedFrom: now },
  );
  await deps.escalate(tx, incident, now);
  await deps.keepClocks(tx, incident, now);
  await turn.reply({
    text: say('incident-unlinked', { number: incident.number, main: main?.number ?? '' }),
  });
}

async function mainOf({ tx }: OfficerTurn, { duplicateOf }: Incident): Promise<Incident | undefined> {
  return duplicateOf === null ? undefined : findIncident(tx, duplicateOf);
}
