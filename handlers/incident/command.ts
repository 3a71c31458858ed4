import { asksForIncidents, asksWhoHandles, numberAskedFor } from '#domain/incident/asks.ts';
import { isBareIncidentWord } from '#domain/incident/bare-word.ts';
import { reportIncident } from '#handlers/incident/begin.ts';
import { incidentsInSight, showIncidents } from '#handlers/incident/list.ts';
import { showIncidentByNumber } from '#handlers/incident/view.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * "/suco": what follows it is the number of one, to be looked at, or the report; alone it shows the open incidents, or begins
 * one where there are none.
 */
export async function askForIncident(turn: OfficerTurn, rest: string): Promise<void> {
  const text = rest.trim();
  const number = numberAskedFor(text, { exactly: true });
  if (number) return showIncidentByNumber(turn, number);
  if (text !== '' && !isBareIncidentWord(text)) return reportIncident(turn, { text });
  const open = await incidentsInSight(turn);
  return open.length > 0 ? showIncidents(turn) : reportIncident(turn);
}

/** "Sự cố nào đang mở?", "SC-2026-0007 đến đâu rồi?"; "có ai xử lý chưa?" from whoever knows of one. */
export async function asksAboutIncidents(turn: OfficerTurn, typed: string): Promise<boolean> {
  if (asksForIncidents(typed)) return true;
  return asksWhoHandles(typed) && (await incidentsInSight(turn)).length > 0;
}

/** What is shown to whoever asks so. */
export async function showIncidentsAskedFor(turn: OfficerTurn, typed: string): Promise<void> {
  const number = numberAskedFor(typed);
  return number ? showIncidentByNumber(turn, number) : showIncidents(turn);
}
