import { tagOf } from '#domain/dialogue/tag.ts';
import { isOpen } from '#domain/incident/incident.ts';
import { peopleWhoMayHandle } from '#storage/queries/incident-people.ts';
import { sayItIsOver } from '#handlers/incident/acknowledge.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { headline, incidentTap } from '#handlers/incident/incident-words.ts';
import { note } from '#handlers/incident/note.ts';
import { tellPeople } from '#handlers/incident/tell-people.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Bàn giao": to whom? Those who may handle it, but the person themselves. */
export async function askToHandOver(turn: OfficerTurn, incidentId: string): Promise<void> {
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  if (!isOpen(incident.status)) return sayItIsOver(turn, incident);
  const others = await othersFor(turn, incident.unit.id);
  if (others.length === 0) return turn.reply({ text: turn.say('incident-nobody-to-hand-over') });
  await turn.reply({
    text: turn.say('incident-hand-over-ask', { number: incident.number }),
    choices: others
      .slice(0, most)
      .map(({ id, name }) => [{ label: name, data: incidentTap('over', incident, tagOf(id)) }]),
  });
}

/** Asks the other person; it stays with whoever has it until that person says yes, so that it is never nobody's. */
export async function handOverTo(turn: OfficerTurn, incidentId: string, tag: string): Promise<void> {
  const { say, officer } = turn;
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  if (!isOpen(incident.status)) return sayItIsOver(turn, incident);
  const to = (await othersFor(turn, incident.unit.id)).find(({ id }) => tagOf(id) === tag);
  if (!to) return turn.reply({ text: say('old-button') });
  const notice = (theirs: typeof say, language: typeof turn.language) => ({
    text: theirs('incident-hand-over-request', {
      name: officer.name,
      headline: headline({ catalogue: turn.deps.catalogue, language }, { ...incident, drill: false }),
    }),
    choices: [
      [{ label: theirs('button-incident-take'), data: incidentTap('take', incident) }],
      [{ label: theirs('button-incident-view'), data: incidentTap('view', incident) }],
    ],
  });
  const reached = await tellPeople(turn, incident, [to], notice, { urgent: true });
  if (reached.length === 0)
    return turn.reply({ text: say('incident-hand-over-unreachable', { name: to.name }) });
  await note(turn, incident, { kind: 'update', text: say('incident-hand-over-asked', { name: to.name }) });
  await turn.reply({ text: say('incident-hand-over-waiting', { name: to.name }) });
}

const most = 12;

async function othersFor(turn: OfficerTurn, unitId: string) {
  const people = await peopleWhoMayHandle(turn.tx, unitId);
  return people.filter(({ id }) => id !== turn.officer.id);
}
