import { isOpen } from '#domain/incident/incident.ts';
import { peopleWhoHelp } from '#storage/queries/incident-people.ts';
import type { StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { sayItIsOver } from '#handlers/incident/acknowledge.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { headline, incidentTap } from '#handlers/incident/incident-words.ts';
import { note } from '#handlers/incident/note.ts';
import { tellPeople } from '#handlers/incident/tell-people.ts';
import { beginTalk, endTalk, leaveTalk } from '#handlers/incident/working.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Xin hỗ trợ": with what? */
export async function askForHelp(turn: OfficerTurn, incidentId: string): Promise<void> {
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  if (!isOpen(incident.status)) return sayItIsOver(turn, incident);
  await beginTalk(turn, incident, 'help');
  await turn.reply({
    text: turn.say('incident-help-what', { number: incident.number }),
    choices: [[{ label: turn.say('button-incident-never-mind'), data: incidentTap('view', incident) }]],
  });
}

/** It was typed: the coordinators, their responders and the heads above get it at once, on every channel that they have. */
export async function continueHelp(
  turn: OfficerTurn,
  talk: StoredIncidentTalk,
  typed: string,
): Promise<boolean> {
  const { say, tx, officer, deps } = turn;
  const found = await incidentToHandle(turn, talk.incidentId ?? '');
  if (!found) return true;
  if (!isOpen(found.status)) {
    await leaveTalk(turn, found);
    return false;
  }
  const { incident } = await note(turn, found, { kind: 'help-requested', text: typed });
  await endTalk(turn, incident);
  const helpers = await peopleWhoHelp(tx, incident.unit.id);
  const reached = await tellPeople(
    turn,
    incident,
    helpers,
    (theirs, language) => ({
      text: theirs('incident-help-wanted', {
        headline: headline({ catalogue: deps.catalogue, language }, { ...incident, drill: false }),
        name: officer.name,
        text: typed,
      }),
      choices: [
        [{ label: theirs('button-incident-view'), data: incidentTap('view', incident) }],
        [{ label: theirs('button-incident-take'), data: incidentTap('take', incident) }],
      ],
    }),
    { urgent: true },
  );
  const names = reached.map(({ name }) => name).join(', ');
  await turn.reply({
    text: names === '' ? say('incident-help-nobody') : say('incident-help-sent', { names }),
  });
  return true;
}
