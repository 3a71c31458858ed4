import { isBareIncidentWord } from '#domain/incident/bare-word.ts';
import { reportIncident } from '#handlers/incident/begin.ts';
import { incidentsInSight, showIncidents } from '#handlers/incident/list.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "/suco": what follows it is the report; alone it shows the open incidents, or begins one where there are none. */
export async function askForIncident(turn: OfficerTurn, rest: string): Promise<void> {
  const text = rest.trim();
  if (text !== '' && !isBareIncidentWord(text)) return reportIncident(turn, { text });
  const open = await incidentsInSight(turn);
  return open.length > 0 ? showIncidents(turn) : reportIncident(turn);
}
