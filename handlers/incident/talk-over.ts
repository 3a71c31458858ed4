import type { Incident } from '#domain/incident/incident.ts';
import { peopleTold } from '#storage/queries/incident-told.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { leave, type OpenTalk } from '#handlers/incident/ask.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Xong": whoever reported has said what they know, and hears whose it is now. */
export async function endReporting(
  turn: OfficerTurn,
  talk: OpenTalk & { incident: Incident },
): Promise<void> {
  const { number } = talk.incident;
  const who = await whoseItIs(turn, talk.incident);
  await leave(turn, talk, turn.say('incident-talk-over', { number, who }));
}

async function whoseItIs({ tx, say, officer }: OfficerTurn, incident: Incident): Promise<string> {
  const handler = incident.handler === null ? undefined : await findOfficer(tx, incident.handler);
  if (handler) return say('incident-talk-over-handled', { name: handler.name });
  const told = await peopleTold(tx, incident.id);
  const others = told.some(({ id }) => id !== officer.id);
  return others ? say('incident-talk-over-told') : say('incident-talk-over-untold');
}
