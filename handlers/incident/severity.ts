import { z } from 'zod';
import { isOpen, type Severity } from '#domain/incident/incident.ts';
import type { StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { peopleWhoMayHandle } from '#storage/queries/incident-people.ts';
import { sayItIsOver } from '#handlers/incident/acknowledge.ts';
import { nextChoices } from '#handlers/incident/incident-choices.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { headline, incidentTap } from '#handlers/incident/incident-words.ts';
import { note } from '#handlers/incident/note.ts';
import { tellEveryone, tellPeople } from '#handlers/incident/tell-people.ts';
import { beginTalk, endTalk } from '#handlers/incident/working.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

const stateSchema = z.strictObject({ version: z.literal(1), to: z.enum(['severe', 'ordinary']) });

/** The other severity than the present one: why? */
export async function askSeverity(turn: OfficerTurn, incidentId: string): Promise<void> {
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  if (!isOpen(incident.status)) return sayItIsOver(turn, incident);
  const to: Severity = incident.severity === 'severe' ? 'ordinary' : 'severe';
  await beginTalk(turn, incident, 'severity', { version: 1, to });
  await turn.reply({
    text: turn.say('incident-severity-why', {
      number: incident.number,
      severity: turn.say(`incident-severity-${to}`),
    }),
    choices: [[{ label: turn.say('button-incident-never-mind'), data: incidentTap('view', incident) }]],
  });
}

/** The reason was typed: it stands in the timeline, and the rules do not change it back. */
export async function continueSeverity(
  turn: OfficerTurn,
  talk: StoredIncidentTalk,
  typed: string,
): Promise<boolean> {
  const { say, now, tx, officer } = turn;
  const found = await incidentToHandle(turn, talk.incidentId ?? '');
  if (!found) return true;
  const { to } = stateSchema.parse(talk.state);
  const raised = to === 'severe' && found.severity !== 'severe';
  const { incident } = await note(
    turn,
    found,
    { kind: 'severity', text: typed, details: { severity: to } },
    {
      ...{ severity: to, severitySetBy: officer.id, severityReason: typed },
      ...(raised ? { escalatedFrom: now } : {}),
    },
  );
  await endTalk(turn, incident);
  await turn.deps.escalate(tx, incident, now);
  await turn.deps.keepClocks(tx, incident, now);
  await tellWhoMustKnow(turn, incident, raised, typed);
  await turn.reply({
    text: say('incident-severity-set', { number: incident.number, severity: say(`incident-severity-${to}`) }),
    choices: nextChoices(say, incident),
  });
  return true;
}

/** Who handles it has the matter in hand, but a severe one is the heads' and the coordinators' business too. */
async function tellWhoMustKnow(
  turn: OfficerTurn,
  incident: Parameters<typeof tellEveryone>[1],
  raised: boolean,
  why: string,
): Promise<void> {
  const notice: Parameters<typeof tellEveryone>[2] = (theirs, language) => ({
    text: theirs('incident-severity-told', {
      headline: headline({ catalogue: turn.deps.catalogue, language }, { ...incident, drill: false }),
      severity: theirs(`incident-severity-${incident.severity}`),
      name: turn.officer.name,
      why,
    }),
    choices: [[{ label: theirs('button-incident-view'), data: incidentTap('view', incident) }]],
  });
  if (!raised) return tellEveryone(turn, incident, notice);
  const people = await peopleWhoMayHandle(turn.tx, incident.unit.id);
  await tellPeople(turn, incident, people, notice, { urgent: true });
}
