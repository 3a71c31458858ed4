import type { StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { talkOf } from '#handlers/incident/open-talk.ts';
import { tapIncident } from '#handlers/incident/tap.ts';
import { askAgain, goOn, openDialogue } from '#handlers/open-dialogue.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A button about an incident; the report that it came in the middle of goes on once nothing more is asked about it. */
export async function tapAboutIncident(turn: OfficerTurn, args: readonly string[]): Promise<void> {
  const before = await talkOf(turn);
  const ordinary = await tapIncident(turn, args);
  await goBack(turn, before, ordinary);
}

/**
 * Once nothing more is asked about an incident, the report that was open goes on by itself; `ordinary`: what was taken for a
 * word about one is the answer to its question.
 */
export async function goBack(
  turn: OfficerTurn,
  before: StoredIncidentTalk | undefined,
  ordinary?: string,
): Promise<void> {
  if (!before || (await talkOf(turn))) return;
  const dialogue = await openDialogue(turn);
  if (!dialogue) return;
  if (ordinary !== undefined) return goOn(turn, dialogue, ordinary);
  await askAgain(turn, dialogue, turn.say('incident-back-to-report'));
}
