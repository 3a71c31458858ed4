import { recogniseIncident } from '#domain/incident/recognise.ts';
import { addEvent } from '#storage/queries/incident-events.ts';
import { ownOpenIncident } from '#handlers/incident/begin.ts';
import { firstReply } from '#handlers/incident/first-reply.ts';
import { inDrill } from '#handlers/incident/incident-words.ts';
import { talkOf } from '#handlers/incident/open-talk.ts';
import { recordIncident } from '#handlers/incident/record.ts';
import { resumeTalk } from '#handlers/incident/talk.ts';
import { askAgain, openDialogue } from '#handlers/open-dialogue.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * A text that carries a secrecy marking: nothing of it is stored, also not what it tells about an incident. That there is one
 * is alerted all the same, to be told by telephone; nothing is asked about it here.
 */
export async function refuseSecret(turn: OfficerTurn, typed: string): Promise<void> {
  const { say } = turn;
  const mayBeIncident = recogniseIncident(typed).kind !== 'none';
  if (mayBeIncident) return alertWithoutDetail(turn);
  await turn.reply({ text: say('incident-secret') });
  const talk = await talkOf(turn);
  if (talk) return resumeTalk(turn, talk);
  const dialogue = await openDialogue(turn);
  if (dialogue) await askAgain(turn, dialogue);
}

async function alertWithoutDetail(turn: OfficerTurn): Promise<void> {
  const { tx, deps, now, officer, message, say } = turn;
  const told = [say('incident-secret'), say('incident-secret-told')];
  const own = await ownOpenIncident(turn, false);
  if (own) {
    await addEvent(tx, {
      ...{ id: deps.newId(), incidentId: own.id, at: now, officerId: officer.id, kind: 'enriched' },
      ...{ text: say('incident-event-secret'), details: { channel: message.channel } },
    });
    return turn.reply({ text: told.join('\n\n') });
  }
  const incident = await recordIncident(turn, {
    ...{ officer, drill: false, channel: message.channel, kind: 'unknown' },
    description: say('incident-described-by-secret'),
  });
  if (!incident) return turn.reply({ text: [...told, say('incident-no-unit')].join('\n\n') });
  const parts = [...told, ...(await firstReply(turn, incident))];
  await turn.reply({ text: inDrill(turn, incident, parts.join('\n\n')) });
}
