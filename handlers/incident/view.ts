import type { Incident } from '#domain/incident/incident.ts';
import { shorten } from '#domain/shorten.ts';
import { eventsOf } from '#storage/queries/incident-events.ts';
import { findIncidentByNumber } from '#storage/queries/incidents.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { warningCounts } from '#storage/queries/warnings.ts';
import { clockChoices, clockLines } from '#handlers/incident/clocks.ts';
import { eventLine } from '#handlers/incident/event-words.ts';
import { incidentChoices } from '#handlers/incident/incident-choices.ts';
import { incidentSeen, type SeenIncident } from '#handlers/incident/incident-of.ts';
import { headline, momentWords, statusWords } from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import { offerToRecordDrill } from '#handlers/incident/record-drill.ts';
import { turnAbout } from '#handlers/incident/turn-about.ts';
import { endTalk, workOn } from '#handlers/incident/working.ts';
import { findIncidentTalk } from '#storage/queries/incident-talks.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Everything about one incident that a phone can show: what is known, the time limits, the last of its timeline, what to do. */
export async function showIncident(turn: OfficerTurn, incidentId: string): Promise<void> {
  const seen = await incidentSeen(turn, incidentId);
  if (!seen) return turn.reply({ text: turn.say('incident-none-such') });
  await leaveQuestion(turn, seen.incident);
  await show(turnAbout(turn, seen.incident), seen);
}

/** The same by the number that somebody typed. */
export async function showIncidentByNumber(turn: OfficerTurn, number: string): Promise<void> {
  const named = await findIncidentByNumber(turn.tx, number);
  if (!named) return turn.reply({ text: turn.say('incident-none-such') });
  await showIncident(turn, named.id);
}

async function show(turn: OfficerTurn, { incident, right }: SeenIncident): Promise<void> {
  const { say } = turn;
  const clocks = right === 'handle' ? await clockLines(turn, incident) : [];
  const drill = await offerToRecordDrill(turn, incident);
  const text = [
    await summary(turn, incident),
    ...(clocks.length > 0 ? [[say('incident-view-clocks'), ...clocks].join('\n')] : []),
    [say('incident-view-timeline'), ...(await lastEvents(turn, incident))].join('\n'),
  ].join('\n\n');
  await turn.reply({
    text,
    choices: [
      ...drill.choices,
      ...incidentChoices(say, incident, right),
      ...(right === 'handle' ? await clockChoices(turn, incident) : []),
    ],
  });
  if (incident.handler === turn.officer.id) await workOn(turn, incident);
}

async function summary(turn: OfficerTurn, incident: Incident): Promise<string> {
  const { say, tx, language } = turn;
  const handler = incident.handler === null ? undefined : await findOfficer(tx, incident.handler);
  const reporter = await findOfficer(tx, incident.reportedBy);
  const { facts } = incident;
  const warned = await warningCounts(tx, incident.id);
  return [
    headline(languageOf(turn), incident),
    say('incident-view-state', {
      severity: say(`incident-severity-${incident.severity}`),
      status: statusWords(language, incident),
      handler: handler ? say('incident-list-handler', { name: handler.name }) : '',
    }),
    ...(incident.severitySet ? [say('incident-view-severity-set', { why: incident.severitySet.why })] : []),
    say('incident-view-reported', {
      name: reporter?.name ?? '',
      since: momentWords(languageOf(turn), incident.reportedAt),
    }),
    ...(facts.system ? [say('incident-view-system', { system: facts.system.name })] : []),
    ...(facts.contact ? [say('incident-view-contact', { contact: facts.contact })] : []),
    ...(warned.sent > 0 ? [say('incident-view-warned', warned)] : []),
    ...(incident.description === ''
      ? []
      : [say('incident-view-description', { text: shorten(incident.description, 500) })]),
  ].join('\n');
}

/** The timeline is read on a phone: so many lines of it. All of it stands in the draft. */
const newest = 8;

async function lastEvents(turn: OfficerTurn, incident: Incident): Promise<string[]> {
  const events = await eventsOf(turn.tx, incident.id);
  const left = events.length - newest;
  const lines = events.slice(-newest).map((event) => eventLine(languageOf(turn), event));
  return left > 0 ? [turn.say('incident-view-earlier', { count: left }), ...lines] : lines;
}

/** Looking at it is also the way out of a question about it ("Thôi, không đổi nữa"). */
async function leaveQuestion(turn: OfficerTurn, incident: Incident): Promise<void> {
  const talk = await findIncidentTalk(turn.tx, turn.officer.id);
  if (talk?.incidentId === incident.id && leftByLooking.has(talk.stage)) await endTalk(turn, incident);
}

const leftByLooking = new Set(['severity', 'help', 'warn', 'closing', 'clock', 'paper']);
