import { startTalk, type TalkState } from '#domain/incident/talk.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { openIncidents } from '#storage/queries/incidents.ts';
import { addEvent } from '#storage/queries/incident-events.ts';
import { findIncidentTalk } from '#storage/queries/incident-talks.ts';
import { ask, askNext, newTalk, type OpenTalk } from '#handlers/incident/ask.ts';
import { callNow } from '#handlers/incident/call-words.ts';
import { tellHandler } from '#handlers/incident/enrich.ts';
import { firstReply } from '#handlers/incident/first-reply.ts';
import { type NewReport, recordIncident } from '#handlers/incident/record.ts';
import { shortKind } from '#handlers/incident/kind-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

export interface BegunReport {
  /** What is happening, in the reporter's words; absent: only that something is. */
  text?: string;
  kind?: string;
  drill?: boolean;
}

/**
 * Somebody reports an incident. With a description it is recorded and alerted at once; without one they are asked what is
 * happening, and silence is an answer too. Who has one open already is asked whether it is that one.
 */
export async function reportIncident(
  turn: OfficerTurn,
  report: BegunReport = {},
  before: readonly string[] = [],
): Promise<void> {
  const { text, kind, drill = false } = report;
  const own = await ownOpenIncident(turn, drill);
  if (own) return askWhichOne(turn, own, text);
  const state = startTalk({ drill });
  if (text === undefined && kind === undefined) return ask(turn, newTalk(turn, 'kind', state), before);
  return recordAndAsk(turn, newTalk(turn, 'kind', state), report, before);
}

/** "Có thể là sự cố": asked once, and the words are kept meanwhile. */
export async function askInDoubt(turn: OfficerTurn, text: string): Promise<void> {
  await ask(turn, newTalk(turn, 'doubt', startTalk({ said: [text] })));
}

/** Records what was reported, tells the reporter what to do, and asks the first question that is still open. */
export async function recordAndAsk(
  turn: OfficerTurn,
  talk: OpenTalk,
  { text, kind }: BegunReport,
  before: readonly string[] = [],
): Promise<void> {
  const { officer, message, tx, say } = turn;
  const { drill, mediaSince } = talk.state;
  const report: NewReport = {
    ...{ officer, drill, channel: message.channel },
    description: text ?? (kind === undefined ? say('incident-described-by-photo-alone') : chosen(turn, kind)),
    ...(kind === undefined ? {} : { kind }),
    ...(mediaSince === null ? {} : { mediaSince: new Date(mediaSince) }),
  };
  const incident = await recordIncident(turn, report);
  if (!incident) {
    return turn.reply({ text: [say('incident-no-unit'), await callNow(tx, say)].join('\n\n') });
  }
  await askNext(turn, talk, incident, [...before, ...(await firstReply(turn, incident))]);
}

function chosen(turn: OfficerTurn, kind: string): string {
  return turn.say('incident-described-by-kind', { kind: shortKind(turn, kind) });
}

/** The newest that this person has reported and that is still open; drills and the real thing apart. */
export async function ownOpenIncident(
  { tx, officer }: OfficerTurn,
  drill: boolean,
): Promise<Incident | undefined> {
  const open = await openIncidents(tx);
  return open.findLast((one) => one.reportedBy === officer.id && one.drill === drill);
}

/**
 * Another word about an incident while theirs is open: kept in its timeline whatever the answer is. The conversation that
 * they were in about it goes on afterwards.
 */
export async function askWhichOne(
  turn: OfficerTurn,
  incident: Incident,
  text: string | undefined,
): Promise<void> {
  const { tx, deps, now, officer, message } = turn;
  if (text !== undefined) {
    const details = { channel: message.channel };
    const id = deps.newId();
    await addEvent(tx, {
      ...{ id, incidentId: incident.id, at: now, officerId: officer.id, kind: 'enriched', text, details },
    });
    await tellHandler(turn, incident, text);
  }
  const before = await findIncidentTalk(tx, officer.id);
  const said = text === undefined ? [] : [text];
  const state: TalkState = startTalk({ drill: incident.drill, said });
  await ask(turn, { ...newTalk(turn, 'again', state, incident), askedBy: before?.askedBy ?? null });
}
