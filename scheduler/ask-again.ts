import { askAgainAt, escalatesAgain } from '#domain/incident/asked-again.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { Instant } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { openChatsOf } from '#storage/queries/identities.ts';
import { addEvent } from '#storage/queries/incident-events.ts';
import { timesAskedSince } from '#storage/queries/incident-alerts.ts';
import { concernedOf } from '#storage/queries/incident-people.ts';
import { changeIncident } from '#storage/queries/incidents.ts';
import { type NewMessage, putInLine } from '#storage/queries/messages.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import type { Tx } from '#storage/store.ts';
import { type EscalateDeps, escalateIncident } from '#scheduler/escalate-incident.ts';

/**
 * Asks whoever handles a locked incident how it stands, when it is time to; after so many questions without a word from
 * anybody, or where they have left the unit, it is nobody's again, and everyone is alerted from the first step. Returns how many
 * people are told.
 */
export async function askAgain(
  deps: EscalateDeps,
  tx: Tx,
  incident: Incident,
  now: Instant,
): Promise<number> {
  const { catalogue } = deps;
  const { handler } = incident;
  const at = askAgainAt(incident, catalogue.incidents, catalogue);
  if (!at || at > now || handler === null) return 0;
  const times = await timesAskedSince(tx, incident.id, incident.updatedAt);
  const hasLeft = (await concernedOf(tx, incident.unit.id, [handler])).length === 0;
  if (hasLeft || escalatesAgain(incident, times, catalogue.incidents)) {
    return escalateFromTheStart(deps, tx, { ...incident, handler }, { times, hasLeft }, now);
  }
  await changeIncident(tx, incident.id, { askedAgainAt: now });
  await addEvent(tx, {
    ...{ id: deps.newId(), incidentId: incident.id, at: now, kind: 'asked-again' },
    details: { officer: handler, times: times + 1 },
  });
  await recordAudit(tx, {
    ...{ at: now, action: 'incident-asked-again', subjectId: incident.id },
    details: { officer: handler },
  });
  const content = { kind: 'incident-asked-again' as const, incidentId: incident.id };
  await tellHandler(deps, tx, { ...incident, handler }, { kind: content.kind, content, createdAt: now });
  return 1;
}

type HandledIncident = Incident & { handler: string };

async function escalateFromTheStart(
  deps: EscalateDeps,
  tx: Tx,
  incident: HandledIncident,
  { times, hasLeft }: { times: number; hasLeft: boolean },
  now: Instant,
): Promise<number> {
  const status = incident.status === 'acknowledged' ? 'new' : incident.status;
  await changeIncident(tx, incident.id, { handler: null, status, escalatedFrom: now, askedAgainAt: null });
  await addEvent(tx, {
    ...{ id: deps.newId(), incidentId: incident.id, at: now, kind: 'asked-again' },
    details: { officer: incident.handler, times, inVain: true },
  });
  await recordAudit(tx, {
    ...{ at: now, action: 'incident-escalated-again', subjectId: incident.id },
    details: { officer: incident.handler },
  });
  if (!hasLeft) await tellAskedInVain(deps, tx, incident, times, now);
  const restarted = { ...incident, handler: null, status, escalatedFrom: now, askedAgainAt: null };
  const { told } = await escalateIncident(deps, tx, restarted, now);
  return hasLeft ? told.length : told.length + 1;
}

async function tellAskedInVain(
  deps: EscalateDeps,
  tx: Tx,
  incident: HandledIncident,
  times: number,
  now: Instant,
): Promise<void> {
  const handler = await findOfficer(tx, incident.handler);
  const language = handler?.language ?? 'vi';
  const say = textIn(language);
  const said = say('incident-asked-in-vain', {
    ...{ number: incident.number, unit: incident.unit.name, times },
  });
  const text = incident.drill ? say('incident-drill', { text: said }) : said;
  await tellHandler(deps, tx, incident, {
    ...{ kind: 'incident-notice', content: { kind: 'text', text, language }, createdAt: now },
  });
}

/** What is severe goes to every chat of theirs at once; anything else to the one that they prefer. */
async function tellHandler(
  { newId }: EscalateDeps,
  tx: Tx,
  { handler, severity }: HandledIncident,
  message: Pick<NewMessage, 'kind' | 'content' | 'createdAt'>,
): Promise<void> {
  const chats = await openChatsOf(tx, handler);
  const isSevere = severity === 'severe';
  const rows = (isSevere ? chats : chats.slice(0, 1)).map(({ bot, chatId }) => ({
    ...{ ...message, id: newId(), bot, chatId, officerId: handler },
    priority: isSevere ? ('urgent' as const) : ('reply' as const),
  }));
  if (rows.length > 0) await putInLine(tx, rows);
}
