import type { Incident } from '#domain/incident/incident.ts';
import { peopleWhoMayHandle } from '#storage/queries/incident-people.ts';
import { headline, incidentTap } from '#handlers/incident/incident-words.ts';
import { tellEveryone, tellPeople } from '#handlers/incident/tell-people.ts';
import type { Language } from '#locales/text.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * How severe an incident is now, and why. Who handles it has the matter in hand, so nobody is alerted of it any more, but one that
 * has become severe is the heads' and the coordinators' business too: they are woken.
 */
export async function tellOfSeverity(
  turn: OfficerTurn,
  incident: Incident,
  { raised, why }: { raised: boolean; why(language: Language): string },
): Promise<void> {
  const notice: Parameters<typeof tellEveryone>[2] = (theirs, language) => ({
    text: theirs('incident-severity-told', {
      headline: headline({ catalogue: turn.deps.catalogue, language }, { ...incident, drill: false }),
      severity: theirs(`incident-severity-${incident.severity}`),
      name: turn.officer.name,
      why: why(language),
    }),
    choices: [[{ label: theirs('button-incident-view'), data: incidentTap('view', incident) }]],
  });
  if (!raised) return tellEveryone(turn, incident, notice);
  const people = await peopleWhoMayHandle(turn.tx, incident.unit.id);
  await tellPeople(turn, incident, people, notice, { urgent: true });
}
