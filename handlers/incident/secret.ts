import type { Incident } from '#domain/incident/incident.ts';
import { recogniseIncident } from '#domain/incident/recognise.ts';
import { addEvent } from '#storage/queries/incident-events.ts';
import { endIncidentTalk } from '#storage/queries/incident-talks.ts';
import { ownOpenIncident } from '#handlers/incident/begin.ts';
import { firstReply } from '#handlers/incident/first-reply.ts';
import { inDrill } from '#handlers/incident/incident-words.ts';
import { talkOf } from '#handlers/incident/open-talk.ts';
import { recordIncident } from '#handlers/incident/record.ts';
import { resumeTalk } from '#handlers/incident/talk.ts';
import { askAgain, openDialogue } from '#handlers/open-dialogue.ts';
import { type Notice, tellEveryone } from '#handlers/incident/tell-people.ts';
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

function callThem({ officer }: OfficerTurn, { number }: Incident): Notice {
  return (theirs) => ({
    text: theirs('incident-update-of', {
      ...{ number, name: officer.name, text: theirs('incident-described-by-secret') },
    }),
  });
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
    await tellEveryone(turn, own, callThem(turn, own), { urgent: true });
    return turn.reply({ text: told.join('\n\n') });
  }
  const incident = await recordIncident(turn, {
    ...{ officer, drill: false, channel: message.channel, kind: 'unknown' },
    description: say('incident-described-by-secret'),
  });
  if (!incident) return turn.reply({ text: [...told, say('incident-no-unit')].join('\n\n') });
  // What was being asked is answered by that; silence must not record it a second time.
  const talk = await talkOf(turn);
  if (talk?.silentUntil) await endIncidentTalk(tx, officer.id);
  const parts = [...told, ...(await firstReply(turn, incident))];
  await turn.reply({ text: inDrill(turn, incident, parts.join('\n\n')) });
}
