import type { StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { endIncidentTalk } from '#storage/queries/incident-talks.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A text typed by somebody who is being asked about an incident, or works on one; commands have been served before. */
export async function continueTalk(
  turn: OfficerTurn,
  talk: StoredIncidentTalk,
  _typed: string,
): Promise<void> {
  switch (talk.stage) {
    default:
      return endUnknown(turn, talk);
  }
}

/** Asks again where the conversation stands, after something else was served; nothing where nothing is being asked. */
export async function resumeTalk(
  turn: OfficerTurn,
  talk: StoredIncidentTalk,
  _before?: string,
): Promise<void> {
  switch (talk.stage) {
    default:
      return endUnknown(turn, talk);
  }
}

/** "/huy": no more questions. What is recorded stays recorded. */
export async function stopTalk(turn: OfficerTurn, talk: StoredIncidentTalk): Promise<void> {
  switch (talk.stage) {
    default:
      return endUnknown(turn, talk);
  }
}

/** Another version stored it: ended, so that what the person types next is understood. The incident itself is in its row. */
async function endUnknown(
  { tx, officer, deps, reply, say }: OfficerTurn,
  talk: StoredIncidentTalk,
): Promise<void> {
  deps.log.warn(
    { talk: talk.id, stage: talk.stage },
    'a conversation about an incident that cannot be gone on with was ended',
  );
  await endIncidentTalk(tx, officer.id);
  await reply({ text: say('not-understood') });
}
