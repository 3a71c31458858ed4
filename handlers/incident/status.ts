import { isOpen, type IncidentStatus } from '#domain/incident/incident.ts';
import { sayItIsOver } from '#handlers/incident/acknowledge.ts';
import { nextChoices } from '#handlers/incident/incident-choices.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { statusWords } from '#handlers/incident/incident-words.ts';
import { note } from '#handlers/incident/note.ts';
import { tellEveryone } from '#handlers/incident/tell-people.ts';
import { cancelAlerts } from '#storage/queries/incident-alerts.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Đang xử lý", "Đã khoanh vùng": told to everyone who knows of it. Whoever says so of one that nobody has takes it on. */
export async function setStatus(turn: OfficerTurn, incidentId: string, to: string): Promise<void> {
  const { say, officer, now, tx } = turn;
  const found = await incidentToHandle(turn, incidentId);
  if (!found) return;
  if (!isOpen(found.status)) return sayItIsOver(turn, found);
  const status = settable.find((one) => one === to);
  if (!status) return turn.reply({ text: say('old-button') });
  if (found.status === status) {
    const words = { number: found.number, status: statusWords(turn.language, found) };
    return turn.reply({ text: say('incident-status-same', words), choices: nextChoices(say, found) });
  }
  const taken = found.handler === null ? { handler: officer.id, acknowledgedAt: now } : {};
  const { incident } = await note(turn, found, { kind: 'status', details: { status } }, { status, ...taken });
  await cancelAlerts(tx, incident.id);
  await tellEveryone(turn, incident, (theirs, language) => ({
    text: theirs('incident-status-told', {
      number: incident.number,
      status: statusWords(language, incident),
      name: officer.name,
    }),
  }));
  await turn.reply({
    text: say('incident-status-set', {
      number: incident.number,
      status: statusWords(turn.language, incident),
    }),
    choices: nextChoices(say, incident),
  });
}

const settable = ['in-progress', 'contained'] as const satisfies IncidentStatus[];
