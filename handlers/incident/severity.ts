import { z } from 'zod';
import { isOpen, type Severity } from '#domain/incident/incident.ts';
import type { StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { sayItIsOver } from '#handlers/incident/acknowledge.ts';
import { nextChoices } from '#handlers/incident/incident-choices.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { incidentTap } from '#handlers/incident/incident-words.ts';
import { note } from '#handlers/incident/note.ts';
import { tellOfSeverity } from '#handlers/incident/tell-of-severity.ts';
import { beginTalk, endTalk, leaveTalk } from '#handlers/incident/working.ts';
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
  if (!isOpen(found.status)) {
    await leaveTalk(turn, found);
    return false;
  }
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
  await tellOfSeverity(turn, incident, { raised, why: () => typed });
  await turn.reply({
    text: say('incident-severity-set', { number: incident.number, severity: say(`incident-severity-${to}`) }),
    choices: nextChoices(say, incident),
  });
  return true;
}
