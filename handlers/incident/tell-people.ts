import type { Choice } from '#domain/channel.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { openChatsOf } from '#storage/queries/identities.ts';
import { type IncidentPerson, peopleOfIncident } from '#storage/queries/incident-people.ts';
import { type Priority, putInLine } from '#storage/queries/messages.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { type Language, textIn, type Say } from '#locales/text.ts';
import { inDrill } from '#handlers/incident/incident-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What is said to somebody else about an incident, in their language. */
type Notice = (say: Say, language: Language) => { text: string; choices?: Choice[][] };

/** `urgent` wakes: it goes at once to every chat that they have. Anything else comes to the one that they prefer. */
interface Urgency {
  urgent?: boolean;
}

/** Tells everyone who knows of the incident, but whoever has just done it. */
export async function tellEveryone(
  turn: OfficerTurn,
  incident: Incident,
  notice: Notice,
  urgency: Urgency = {},
): Promise<void> {
  await tellPeople(turn, incident, await peopleOfIncident(turn.tx, incident.id), notice, urgency);
}

/** Tells these people, but whoever has just done it; gives those who have a chat that reaches them. */
export async function tellPeople(
  { tx, deps, now, officer }: OfficerTurn,
  incident: Incident,
  people: readonly IncidentPerson[],
  notice: Notice,
  { urgent = false }: Urgency = {},
): Promise<IncidentPerson[]> {
  const priority: Priority = urgent ? 'urgent' : 'reply';
  const reached: IncidentPerson[] = [];
  for (const person of people.filter(({ id }) => id !== officer.id)) {
    const chats = await openChatsOf(tx, person.id);
    const known = await findOfficer(tx, person.id);
    if (!known || chats.length === 0) continue;
    const said = notice(textIn(known.language), known.language);
    const content = { kind: 'text' as const, ...said, text: inDrill(known, incident, said.text) };
    await putInLine(
      tx,
      (urgent ? chats : chats.slice(0, 1)).map(({ bot, chatId }) => ({
        ...{ id: deps.newId(), bot, chatId, officerId: person.id, kind: 'incident-notice' },
        ...{ priority, content: { ...content, language: known.language }, createdAt: now },
      })),
    );
    reached.push(person);
  }
  return reached;
}
