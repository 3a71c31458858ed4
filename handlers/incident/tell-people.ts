import type { Choice } from '#domain/channel.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { longestMessage, piecesOf } from '#domain/split-text.ts';
import { reachableOf } from '#storage/queries/identities.ts';
import { type IncidentPerson, peopleOfIncident } from '#storage/queries/incident-people.ts';
import { putInLine } from '#storage/queries/messages.ts';
import { type Language, textIn, type Say } from '#locales/text.ts';
import { inDrill } from '#handlers/incident/incident-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What is said to somebody else about an incident, in their language. */
export type Notice = (say: Say, language: Language) => { text: string; choices?: Choice[][] };

/** `urgent` wakes: it goes at once to every chat that they have. Anything else comes to the one that they prefer. */
interface Urgency {
  urgent?: boolean;
}

/** Tells everyone who knows of the incident and whose business it still is, but whoever has just done it. */
export async function tellEveryone(
  turn: OfficerTurn,
  incident: Incident,
  notice: Notice,
  urgency: Urgency = {},
): Promise<void> {
  await tellPeople(turn, incident, await peopleOfIncident(turn.tx, incident), notice, urgency);
}

/** Tells these people, but whoever has just done it; gives those who have a chat that reaches them. */
export async function tellPeople(
  { tx, deps, now, officer }: OfficerTurn,
  incident: Incident,
  people: readonly IncidentPerson[],
  notice: Notice,
  { urgent = false }: Urgency = {},
): Promise<IncidentPerson[]> {
  const others = people.filter(({ id }) => id !== officer.id);
  const reachable = await reachableOf(
    tx,
    others.map(({ id }) => id),
  );
  const rows = others.flatMap(({ id: officerId }) => {
    const { language, chats } = reachable.get(officerId) ?? { language: 'vi' as const, chats: [] };
    const messages = inPieces(incident, language, notice(textIn(language), language));
    return (urgent ? chats : chats.slice(0, 1)).flatMap(({ bot, chatId }) =>
      messages.map((message) => ({
        ...{ id: deps.newId(), bot, chatId, officerId, kind: 'incident-notice', createdAt: now },
        ...{ priority: urgent ? ('urgent' as const) : ('reply' as const) },
        content: { kind: 'text' as const, ...message, language },
      })),
    );
  });
  if (rows.length > 0) await putInLine(tx, rows);
  return others.filter(({ id }) => reachable.has(id));
}

/** What is too long for one message goes on in the next, each one headed as a drill; the buttons stand under the last. */
function inPieces(
  incident: Incident,
  language: Language,
  { text, ...outgoing }: ReturnType<Notice>,
): ReturnType<Notice>[] {
  const pieces = piecesOf(text, longestPiece).map((piece) => ({
    text: inDrill({ language }, incident, piece),
  }));
  const last = pieces.at(-1) ?? { text };
  return [...pieces.slice(0, -1), { ...last, ...outgoing }];
}

/** With room for the heading of a drill. */
const longestPiece = longestMessage - 20;
