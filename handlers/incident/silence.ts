import type { IncomingMessage } from '#domain/channel.ts';
import { isTalkStage, talkStateSchema } from '#domain/incident/talk.ts';
import type { Instant } from '#domain/time.ts';
import { openChatsOf } from '#storage/queries/identities.ts';
import {
  endIncidentTalk,
  findIncidentTalk,
  type StoredIncidentTalk,
} from '#storage/queries/incident-talks.ts';
import { chatOfMessage } from '#storage/queries/messages.ts';
import { findOfficer, lockOfficer } from '#storage/queries/officers.ts';
import type { Tx } from '#storage/store.ts';
import { askNext, type OpenTalk } from '#handlers/incident/ask.ts';
import { callNow } from '#handlers/incident/call-words.ts';
import { toldWords } from '#handlers/incident/first-reply.ts';
import { type NewReport, recordIncident } from '#handlers/incident/record.ts';
import { openTurn } from '#handlers/open-turn.ts';
import type { HandlerDeps, OfficerTurn } from '#handlers/turn.ts';

/**
 * Nobody has answered in time: what may be an incident is recorded and alerted all the same, and the question stays open, so
 * that a later answer enriches it. Nothing is done where an answer has come since `seen` was read.
 */
export async function recordSilentTalk(
  deps: HandlerDeps,
  tx: Tx,
  seen: StoredIncidentTalk,
  now: Instant,
): Promise<void> {
  const { officerId } = seen;
  // From here on their next word waits; the one before has been served.
  await lockOfficer(tx, officerId);
  const stored = await findIncidentTalk(tx, officerId);
  const isStillSilent = stored?.id === seen.id && stored.silentUntil !== null && stored.silentUntil <= now;
  if (!isStillSilent) return;
  const { stage } = stored;
  const turn = await turnFor(deps, tx, stored, now);
  const state = talkStateSchema.safeParse(stored.state);
  if (!turn || !state.success || !isTalkStage(stage)) return endIncidentTalk(tx, officerId);
  const talk: OpenTalk = { ...stored, stage, state: state.data, incident: undefined };
  const report = reportOf(turn, talk);
  if (!report) return endIncidentTalk(tx, officerId);
  const incident = await recordIncident(turn, report);
  if (!incident) return endIncidentTalk(tx, officerId);
  const people = await toldWords(tx, turn.say, incident, turn.officer.id);
  const call = await callNow(tx, turn.say);
  const { number } = incident;
  const said =
    people === ''
      ? turn.say('incident-silence-told-nobody', { number, call })
      : turn.say('incident-silence-told', { number, people, call });
  await askNext(turn, talk, incident, [said]);
}

/** What is recorded, by what was asked; undefined where silence says that there is nothing more than is kept already. */
function reportOf(turn: OfficerTurn, { stage, state }: OpenTalk): NewReport | undefined {
  const { officer, say, now } = turn;
  const { drill, mediaSince } = state;
  const said = state.said.join('\n');
  const media = mediaSince === null ? {} : { mediaSince: new Date(mediaSince) };
  const report = { officer, drill, remark: say('incident-event-unanswered'), ...media };
  switch (stage) {
    case 'kind':
      return { ...report, description: said === '' ? say('incident-described-by-nobody') : said };
    case 'photo':
      return { ...report, description: said === '' ? say('incident-described-by-photo') : said };
    case 'doubt':
      // It may be none at all: the responder alone hears of it.
      return {
        ...report,
        description: say('incident-described-in-doubt', { text: said }),
        severity: 'ordinary',
      };
    case 'again':
      return said === '' ? undefined : { ...report, description: said };
    case 'system':
    case 'impact':
    case 'more':
      throw new Error(`Nobody waits for an answer to ${stage} at ${now.toISOString()}.`);
  }
}

/** A turn without an update: in the chat that the question was asked in, else in the one that the officer prefers. */
async function turnFor(
  deps: HandlerDeps,
  tx: Tx,
  { officerId, askedBy }: StoredIncidentTalk,
  now: Instant,
): Promise<OfficerTurn | undefined> {
  const officer = await findOfficer(tx, officerId);
  const asked = askedBy === null ? undefined : await chatOfMessage(tx, askedBy);
  const chats = await openChatsOf(tx, officerId);
  const open = chats.find((one) => one.bot === asked?.bot && one.chatId === asked.chatId) ?? chats[0];
  const chat = open ?? asked;
  if (!officer || !chat) return undefined;
  const channel = open?.channel ?? 'telegram';
  const message: IncomingMessage = {
    ...{ bot: chat.bot, channel, chatId: chat.chatId, updateId: '', chatKind: 'private' },
    ...(channel === 'zalo' ? { withoutButtons: true } : {}),
    content: { kind: 'edited' },
  };
  return { ...openTurn(deps, tx, message, officer, now), officer };
}
