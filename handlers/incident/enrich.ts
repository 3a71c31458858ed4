import type { Incident, IncidentFacts } from '#domain/incident/incident.ts';
import { severityNow, severityOf } from '#domain/incident/severity.ts';
import type { Instant } from '#domain/time.ts';
import type { IncidentChange } from '#storage/queries/incidents.ts';
import { tellOfSeverity } from '#handlers/incident/tell-of-severity.ts';
import { tellPeople } from '#handlers/incident/tell-people.ts';
import { note } from '#handlers/incident/note.ts';
import type { Language } from '#locales/text.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Something more that the reporter has said about an incident. */
export interface Enrichment {
  facts?: IncidentFacts;
  /** In their words: goes into the timeline. */
  text?: string;
  /** It also belongs to what the incident is described by. */
  describes?: boolean;
  detectedAt?: Instant;
  /** What of it the answer gives: a key of the facts, `description` or `since`. */
  fact?: string;
}

/**
 * Adds to a locked incident what has been answered: its severity is judged anew unless somebody has set it, its clocks are
 * kept, and where it has become severe the people for that are alerted from the first step, or told where somebody has it.
 */
export async function enrich(
  turn: OfficerTurn,
  incident: Incident,
  { facts = {}, text, describes = false, detectedAt, fact }: Enrichment,
): Promise<Incident> {
  const { tx, deps, now } = turn;
  const known = { ...incident.facts, ...facts };
  const severity = incident.severitySet
    ? incident.severity
    : severityOf(known, deps.catalogue.incidents).severity;
  const raised = severity === 'severe' && incident.severity !== 'severe';
  const change: IncidentChange = {
    ...{ facts: known, severity },
    ...(raised ? { escalatedFrom: now } : {}),
    ...(describes && text !== undefined ? { description: longer(incident.description, text) } : {}),
    ...(detectedAt ? { detectedAt } : {}),
  };
  const { incident: enriched } = await note(
    turn,
    incident,
    {
      kind: 'enriched',
      ...(text === undefined ? {} : { text }),
      details: { channel: turn.message.channel, ...(fact === undefined ? {} : { fact }) },
    },
    change,
  );
  if (raised && enriched.handler === null) await deps.escalate(tx, enriched, now);
  else if (raised)
    await tellOfSeverity(turn, enriched, { raised, why: (language) => whySevere(turn, enriched, language) });
  if (text !== undefined) await tellHandler(turn, enriched, text);
  await deps.keepClocks(tx, enriched, now);
  return enriched;
}

function whySevere({ deps }: OfficerTurn, incident: Incident, language: Language): string {
  return severityNow(incident, deps.catalogue.incidents).reasons[0]?.text[language] ?? '';
}

/** Whoever handles it hears what the reporter adds, without being woken. */
export async function tellHandler(turn: OfficerTurn, incident: Incident, text: string): Promise<void> {
  if (incident.handler === null) return;
  const { number } = incident;
  await tellPeople(turn, incident, [{ id: incident.handler, name: '' }], (say) => ({
    text: say('incident-update-of', { number, name: turn.officer.name, text }),
  }));
}

/** The description grows to what a paper can take; everything is in the timeline. */
function longer(description: string, text: string): string {
  const whole = `${description}\n${text}`;
  return whole.length > longestDescription ? description : whole;
}

const longestDescription = 2_000;
