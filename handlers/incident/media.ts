import type { MediaKind } from '#domain/channel.ts';
import { type Incident, isOpen } from '#domain/incident/incident.ts';
import { isTalkStage, startTalk } from '#domain/incident/talk.ts';
import { joinToIncident } from '#storage/queries/attachments.ts';
import { lockIncident } from '#storage/queries/incidents.ts';
import { ask, newTalk } from '#handlers/incident/ask.ts';
import { ownOpenIncident, recordAndAsk } from '#handlers/incident/begin.ts';
import { inDrill } from '#handlers/incident/incident-words.ts';
import { note } from '#handlers/incident/note.ts';
import { openTalk, talkOf } from '#handlers/incident/open-talk.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * A picture or a voice message that has just been kept, from somebody who is in a conversation about an incident or has
 * reported one: it goes with that. False where there is none.
 */
export async function takeMedia(turn: OfficerTurn, what: MediaKind, attachmentId: string): Promise<boolean> {
  const stored = await talkOf(turn);
  if (stored && isTalkStage(stored.stage) && stored.incidentId === null) {
    const talk = await openTalk(turn, stored);
    if (!talk) return false;
    const state = { ...talk.state, mediaSince: talk.state.mediaSince ?? turn.now.getTime() };
    if (talk.stage === 'kind') await recordAndAsk(turn, { ...talk, state }, {});
    // More of the same album needs no answer.
    else if (talk.stage !== 'photo') await ask(turn, { ...talk, state });
    return true;
  }
  const id = stored?.incidentId ?? (await ownOpenIncident(turn, false))?.id;
  const incident = id === undefined ? undefined : await lockIncident(turn.tx, id);
  if (!incident || !isOpen(incident.status)) return false;
  await keepWith(turn, incident, what, attachmentId);
  return true;
}

/** Is what this person sends now about an incident that is recorded? */
export async function isAboutIncident(turn: OfficerTurn): Promise<boolean> {
  return ((await talkOf(turn))?.incidentId ?? null) !== null;
}

/** A picture that nobody asked for, with or without a word: of an incident? Silence alerts with the picture. */
export async function askAboutPhoto(turn: OfficerTurn, caption?: string): Promise<void> {
  const said = caption === undefined ? [] : [caption];
  await ask(turn, newTalk(turn, 'photo', startTalk({ said, mediaSince: turn.now.getTime() })));
}

async function keepWith(
  turn: OfficerTurn,
  incident: Incident,
  what: MediaKind,
  attachmentId: string,
): Promise<void> {
  const { tx, officer, now, say, message } = turn;
  await joinToIncident(tx, { officerId: officer.id, since: now, incidentId: incident.id });
  await note(turn, incident, {
    kind: what,
    details: { attachment: attachmentId, channel: message.channel },
  });
  const text = say(`incident-noted-${what}`, { number: incident.number });
  await turn.reply({ text: inDrill(turn, incident, text) });
}
