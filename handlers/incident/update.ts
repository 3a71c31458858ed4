import { isOpen } from '#domain/incident/incident.ts';
import { removeEvent } from '#storage/queries/incident-events.ts';
import { endIncidentTalk, type StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { encodeTap, isId } from '#domain/callback.ts';
import { nextChoices } from '#handlers/incident/incident-choices.ts';
import { incidentOf } from '#handlers/incident/incident-of.ts';
import { note } from '#handlers/incident/note.ts';
import { tellPeople } from '#handlers/incident/tell-people.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * What somebody who handles an incident types: a line in its timeline, echoed, to be taken back with one tap. False when
 * the incident is over or no longer theirs to see, so that the words mean something else.
 */
export async function continueWorking(
  turn: OfficerTurn,
  talk: StoredIncidentTalk,
  typed: string,
): Promise<boolean> {
  const seen = talk.incidentId === null ? undefined : await incidentOf(turn, talk.incidentId);
  if (!seen || !isOpen(seen.incident.status)) {
    await endIncidentTalk(turn.tx, turn.officer.id);
    return false;
  }
  if (isChoiceOfNothing(typed)) {
    const text = turn.say('incident-answer-unclear', { text: typed });
    await turn.reply({ text, choices: seen.right === 'handle' ? nextChoices(turn.say, seen.incident) : [] });
    return true;
  }
  await addUpdate(turn, seen.incident.id, typed);
  return true;
}

/** A number that stands under no message: it would be news to nobody. */
function isChoiceOfNothing(typed: string): boolean {
  return /^\W*\d{1,2}\W*$/.test(typed);
}

/** Writes an update of whoever may see the incident into its timeline; the other side of it hears it. */
async function addUpdate(turn: OfficerTurn, incidentId: string, text: string): Promise<void> {
  const { say, tx, officer } = turn;
  const seen = await incidentOf(turn, incidentId);
  if (!seen) return turn.reply({ text: say('incident-none-such') });
  const begun = seen.incident.status === 'acknowledged' && seen.incident.handler === officer.id;
  const { incident, eventId } = await note(
    turn,
    seen.incident,
    { kind: 'update', text },
    begun ? { status: 'in-progress' } : {},
  );
  const otherSide = officer.id === incident.handler ? incident.reportedBy : incident.handler;
  const other = otherSide === null ? undefined : await findOfficer(tx, otherSide);
  if (other) {
    await tellPeople(turn, incident, [other], (theirs) => ({
      text: theirs('incident-update-of', { number: incident.number, name: officer.name, text }),
    }));
  }
  await turn.reply({
    text: say('incident-update-noted', { number: incident.number, text }),
    choices: [
      [{ label: say('button-incident-undo'), data: encodeTap('inc', 'undo', eventId) }],
      ...(seen.right === 'handle' ? nextChoices(say, incident) : []),
    ],
  });
}

/** "Gỡ" under an update: out of the timeline, kept in the record. */
export async function takeBack(turn: OfficerTurn, eventId: string): Promise<void> {
  const { tx, officer, now, say } = turn;
  if (!isId(eventId) || !(await removeEvent(tx, { id: eventId, officerId: officer.id, at: now }))) {
    return turn.reply({ text: say('old-button') });
  }
  const details = { event: eventId };
  await recordAudit(tx, { at: now, actorId: officer.id, action: 'incident-event-removed', details });
  await turn.reply({ text: say('incident-update-removed') });
}
