import type { Incident } from '#domain/incident/incident.ts';
import { nextStage, silenceMs, type TalkStage, type TalkState } from '#domain/incident/talk.ts';
import type { Instant } from '#domain/time.ts';
import { endIncidentTalk, putIncidentTalk } from '#storage/queries/incident-talks.ts';
import { inDrill } from '#handlers/incident/incident-words.ts';
import { questionOf, type Talk } from '#handlers/incident/questions.ts';
import { turnAbout } from '#handlers/incident/turn-about.ts';
import { workOn } from '#handlers/incident/working.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A conversation that has been put into the tables. */
export interface OpenTalk extends Talk {
  /** The message that asked last. */
  askedBy: string | null;
  silentUntil: Instant | null;
}

/** A conversation that begins now. */
export function newTalk(
  { deps }: OfficerTurn,
  stage: TalkStage,
  state: TalkState,
  incident?: Incident,
): OpenTalk {
  return { id: deps.newId(), stage, state, incident, askedBy: null, silentUntil: null };
}

/** Asks the question at which the conversation stands, in one message with what is said before it, and keeps it. */
export async function ask(turn: OfficerTurn, talk: OpenTalk, before: readonly string[] = []): Promise<void> {
  const { tx, officer, now } = turn;
  const question = await questionOf(turn, talk);
  if (talk.askedBy) await turn.retire(talk.askedBy);
  const text = [...before, question.text].join('\n\n');
  const drill = talk.incident ?? talk.state;
  const askedBy = await turnAbout(turn, drill).ask({ ...question, text });
  await putIncidentTalk(tx, {
    ...{ id: talk.id, officerId: officer.id, stage: talk.stage, state: talk.state, askedBy, updatedAt: now },
    incidentId: talk.incident?.id ?? null,
    silentUntil: silentUntil(talk, now),
  });
}

/** Asks what comes next about a recorded incident. */
export async function askNext(
  turn: OfficerTurn,
  talk: OpenTalk,
  incident: Incident,
  before: readonly string[],
): Promise<void> {
  const stage = nextStage(incident.facts, talk.state);
  const asked = [...new Set([...talk.state.asked, stage])];
  const state = { ...talk.state, asked, said: [], impact: [] };
  await ask(turn, { ...talk, stage, state, incident, silentUntil: null }, before);
}

/** Nothing more is asked. Whoever handles the incident themselves goes on writing into its timeline. */
export async function leave(turn: OfficerTurn, talk: OpenTalk, text?: string): Promise<void> {
  const { tx, officer } = turn;
  await endIncidentTalk(tx, officer.id);
  if (talk.askedBy) await turn.retire(talk.askedBy);
  if (talk.incident?.handler === officer.id) await workOn(turn, talk.incident);
  if (text !== undefined) await turn.reply({ text: inDrill(turn, talk.incident ?? talk.state, text) });
}

/** What is asked again does not get more time. */
function silentUntil({ stage, incident, silentUntil: before }: OpenTalk, now: Instant): Instant | null {
  switch (stage) {
    case 'kind':
      if (incident) return null;
      return before ?? new Date(now.getTime() + silenceMs.kind);
    case 'doubt':
    case 'photo':
    case 'again':
      return before ?? new Date(now.getTime() + silenceMs[stage]);
    case 'system':
    case 'impact':
    case 'more':
      return null;
  }
}
