import type { Incident } from '#domain/incident/incident.ts';
import type { StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { peopleTold } from '#storage/queries/incident-told.ts';
import { ask, leave } from '#handlers/incident/ask.ts';
import { openTalk } from '#handlers/incident/open-talk.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Asks whoever reports again, after something else was served; what may be added is not asked for a second time. */
export async function resumeReporting(turn: OfficerTurn, stored: StoredIncidentTalk): Promise<void> {
  if (stored.stage === 'more') return;
  const talk = await openTalk(turn, stored);
  if (talk) await ask(turn, talk);
}

/** "Hủy": no more questions. Without an incident nothing is recorded; with one it stays open. */
export async function stopReporting(turn: OfficerTurn, stored: StoredIncidentTalk): Promise<void> {
  const talk = await openTalk(turn, stored);
  if (!talk) return turn.reply({ text: turn.say('fill-nothing-to-stop') });
  await leave(turn, talk, await stoppedWords(turn, talk.incident));
}

async function stoppedWords({ tx, say }: OfficerTurn, incident: Incident | undefined): Promise<string> {
  if (!incident) return say('incident-nothing-recorded');
  const { number } = incident;
  const told = await peopleTold(tx, incident.id);
  return told.length > 0
    ? say('incident-talk-stopped', { number })
    : say('incident-talk-stopped-untold', { number });
}
