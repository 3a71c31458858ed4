import { type Incident, isOpen } from '#domain/incident/incident.ts';
import { cancelAlerts, openIncidentsAlertedTo } from '#storage/queries/incident-alerts.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { clockChoices, owedClockLines } from '#handlers/incident/clocks.ts';
import { nextChoices } from '#handlers/incident/incident-choices.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { headline, incidentTap, momentWords, statusWords } from '#handlers/incident/incident-words.ts';
import { note } from '#handlers/incident/note.ts';
import { tellEveryone } from '#handlers/incident/tell-people.ts';
import { turnAbout } from '#handlers/incident/turn-about.ts';
import { receiveWarning, warningChoice, warningsToReceive } from '#handlers/incident/warning-receipt.ts';
import { workOn } from '#handlers/incident/working.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * "Đã nhận": this person handles the incident from now on. Alerts that have not gone out yet are cancelled, the escalation
 * stops, and everyone who knows of it hears whose it is. Where a colleague has it already, taking it over is offered.
 */
export async function acknowledge(turn: OfficerTurn, incidentId: string): Promise<void> {
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  if (!isOpen(incident.status)) return sayItIsOver(turn, incident);
  if (incident.handler === turn.officer.id)
    return sayHowToGoOn(turn, incident, 'incident-acknowledged-before');
  if (incident.handler !== null) return offerToTakeOver(turn, incident, incident.handler);
  await takeOn(turn, incident);
}

/** "Nhận thay", under the offer or from whoever hands it over. */
export async function takeOver(turn: OfficerTurn, incidentId: string): Promise<void> {
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  if (!isOpen(incident.status)) return sayItIsOver(turn, incident);
  if (incident.handler === turn.officer.id)
    return sayHowToGoOn(turn, incident, 'incident-acknowledged-before');
  await takeOn(turn, incident);
}

/**
 * "Đã nhận", "tôi xử lý", typed: the one incident that this person was alerted to and that nobody has, or the one warning
 * that they were sent; of several, which? The incidents come first. False when there is none, so that the words may mean something else.
 */
export async function acknowledgeByWord(turn: OfficerTurn): Promise<boolean> {
  const alerted = await openIncidentsAlertedTo(turn.tx, turn.officer.id);
  const waiting = alerted.filter(({ handler }) => handler === null);
  const warnings = await warningsToReceive(turn);
  const [incident] = waiting;
  const [warning] = warnings;
  if (!incident && !warning) return sayWhoHasIt(turn, alerted.at(-1));
  if (waiting.length + warnings.length === 1) {
    if (incident) await acknowledge(turnAbout(turn, incident), incident.id);
    else if (warning) await receiveWarning(turn, warning.id);
    return true;
  }
  await turn.reply({
    text: turn.say('incident-which-acknowledge'),
    choices: [
      ...waiting.map((one) => [{ label: headline(languageOf(turn), one), data: incidentTap('ack', one) }]),
      ...warnings.map((one) => [warningChoice(turn, one)]),
    ].slice(0, most),
  });
  return true;
}

/** Somebody was quicker: whoever was alerted too hears who, and may take it over. False where they were alerted to none. */
async function sayWhoHasIt(turn: OfficerTurn, newest: Incident | undefined): Promise<boolean> {
  if (!newest) return false;
  await acknowledge(turnAbout(turn, newest), newest.id);
  return true;
}

/** "Ok" under an alert says that it was read, and maybe more: asked, since taking it on sends everybody else back to sleep. */
export async function askIfTaken(turn: OfficerTurn, incidentId: string): Promise<void> {
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  if (incident.handler !== null || !isOpen(incident.status)) return acknowledge(turn, incidentId);
  const { say } = turn;
  await turn.reply({
    text: say('incident-ack-ask', { headline: headline(languageOf(turn), incident) }),
    choices: [
      [{ label: say('button-incident-ack'), data: incidentTap('take', incident) }],
      [{ label: say('button-incident-view'), data: incidentTap('view', incident) }],
    ],
  });
}

/** So many stand under one question; who has more has the list. */
const most = 8;

async function takeOn(turn: OfficerTurn, incident: Incident): Promise<void> {
  const { tx, officer, now, say } = turn;
  const first = incident.handler === null;
  const { incident: taken } = await note(
    turn,
    incident,
    first ? { kind: 'acknowledged' } : { kind: 'handed-over', details: { from: incident.handler } },
    {
      handler: officer.id,
      ...(incident.status === 'new' ? { status: 'acknowledged' as const } : {}),
      ...(incident.acknowledgedAt === null ? { acknowledgedAt: now } : {}),
    },
  );
  await cancelAlerts(tx, incident.id);
  await workOn(turn, taken);
  await tellEveryone(
    turn,
    taken,
    (theirs) => ({
      text: theirs(first ? 'incident-taken' : 'incident-taken-over', {
        number: taken.number,
        name: officer.name,
      }),
    }),
    { urgent: first },
  );
  const clocks = await owedClockLines(turn, taken);
  await turn.reply({
    text: [
      say('incident-yours', { headline: headline(languageOf(turn), taken) }),
      ...(clocks.length > 0 ? [[say('incident-view-clocks'), ...clocks].join('\n')] : []),
    ].join('\n\n'),
    choices: [...nextChoices(say, taken), ...(await clockChoices(turn, taken))],
  });
}

async function offerToTakeOver(turn: OfficerTurn, incident: Incident, handlerId: string): Promise<void> {
  const { say, tx } = turn;
  const handler = await findOfficer(tx, handlerId);
  const since = momentWords(languageOf(turn), incident.acknowledgedAt ?? incident.updatedAt);
  await turn.reply({
    text: say('incident-handled-by', { number: incident.number, name: handler?.name ?? '', since }),
    choices: [
      [{ label: say('button-incident-take'), data: incidentTap('take', incident) }],
      [{ label: say('button-incident-view'), data: incidentTap('view', incident) }],
    ],
  });
}

async function sayHowToGoOn(
  turn: OfficerTurn,
  incident: Incident,
  key: 'incident-acknowledged-before',
): Promise<void> {
  await workOn(turn, incident);
  await turn.reply({
    text: turn.say(key, { number: incident.number }),
    choices: nextChoices(turn.say, incident),
  });
}

/** Nothing is left to be taken on. */
export async function sayItIsOver(turn: OfficerTurn, incident: Incident): Promise<void> {
  const status = statusWords(turn.language, incident);
  await turn.reply({
    text: turn.say('incident-over', { number: incident.number, status }),
    choices: [[{ label: turn.say('button-incident-view'), data: incidentTap('view', incident) }]],
  });
}
