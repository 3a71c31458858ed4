import { isOpen } from '#domain/incident/incident.ts';
import { forgottenAfterMs, isTalkStage, talkStateSchema } from '#domain/incident/talk.ts';
import {
  endIncidentTalk,
  findIncidentTalk,
  type StoredIncidentTalk,
} from '#storage/queries/incident-talks.ts';
import { lockIncident } from '#storage/queries/incidents.ts';
import type { OpenTalk } from '#handlers/incident/ask.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * The conversation about an incident that the officer is in, of any owner. A question to a reporter that has waited for hours
 * is forgotten: what they type now means something else.
 */
export async function talkOf({ tx, officer, now }: OfficerTurn): Promise<StoredIncidentTalk | undefined> {
  const talk = await findIncidentTalk(tx, officer.id);
  if (!talk || !isTalkStage(talk.stage) || talk.silentUntil !== null) return talk;
  if (now.getTime() - talk.updatedAt.getTime() < forgottenAfterMs) return talk;
  await endIncidentTalk(tx, officer.id);
  return undefined;
}

/**
 * A conversation with whoever reports, its incident locked. Undefined, and ended, where another version stored it or its
 * incident is over.
 */
export async function openTalk(turn: OfficerTurn, stored: StoredIncidentTalk): Promise<OpenTalk | undefined> {
  const { tx, officer, deps } = turn;
  const state = talkStateSchema.safeParse(stored.state);
  const incident = stored.incidentId === null ? undefined : await lockIncident(tx, stored.incidentId);
  const isOver = stored.incidentId !== null && !(incident && isOpen(incident.status));
  if (state.success && isTalkStage(stored.stage) && !isOver) {
    const { id, stage, askedBy, silentUntil } = stored;
    return { id, stage, state: state.data, incident, askedBy, silentUntil };
  }
  if (!state.success) deps.log.warn({ talk: stored.id, stage: stored.stage }, 'a conversation was ended');
  await endIncidentTalk(tx, officer.id);
  if (stored.askedBy) await turn.retire(stored.askedBy);
  return undefined;
}
