import { type Incident, isOpen } from '#domain/incident/incident.ts';
import { cancelAlerts } from '#storage/queries/incident-alerts.ts';
import { openIncidents } from '#storage/queries/incidents.ts';
import { sayItIsOver } from '#handlers/incident/acknowledge.ts';
import { incidentOf } from '#handlers/incident/incident-of.ts';
import { headline, incidentTap } from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import { note } from '#handlers/incident/note.ts';
import { tellEveryone } from '#handlers/incident/tell-people.ts';
import { leaveTalk } from '#handlers/incident/working.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** "Báo nhầm": asked once, since it sends everybody back to sleep. */
export async function askIfFalseAlarm(turn: OfficerTurn, incidentId: string): Promise<void> {
  const seen = await incidentOf(turn, incidentId);
  if (!seen) return turn.reply({ text: turn.say('incident-none-such') });
  await ask(turn, seen.incident);
}

/**
 * "Nhầm, quên mật khẩu thôi", typed by whoever reported: the newest of their open ones. False when they have none, so
 * that the words may mean something else.
 */
export async function falseAlarmByWord(turn: OfficerTurn): Promise<boolean> {
  const own = (await openIncidents(turn.tx)).filter(({ reportedBy }) => reportedBy === turn.officer.id);
  const newest = own.at(-1);
  if (!newest) return false;
  await ask(turn, newest);
  return true;
}

async function ask(turn: OfficerTurn, incident: Incident): Promise<void> {
  const { say } = turn;
  if (!isOpen(incident.status)) return sayItIsOver(turn, incident);
  await turn.reply({
    text: say('incident-alarm-ask', { headline: headline(languageOf(turn), incident) }),
    choices: [
      [{ label: say('button-incident-alarm-yes'), data: incidentTap('alarm-yes', incident) }],
      [{ label: say('button-incident-alarm-no'), data: incidentTap('view', incident) }],
    ],
  });
}

/** Calls it off: nobody is alerted any more, and everyone who was hears so on every channel that woke them. */
export async function callOff(turn: OfficerTurn, incidentId: string): Promise<void> {
  const { say, tx, officer } = turn;
  const seen = await incidentOf(turn, incidentId);
  if (!seen) return turn.reply({ text: say('incident-none-such') });
  if (!isOpen(seen.incident.status)) return sayItIsOver(turn, seen.incident);
  const { incident } = await note(turn, seen.incident, { kind: 'false-alarm' }, { status: 'false-alarm' });
  await cancelAlerts(tx, incident.id);
  await turn.deps.keepClocks(tx, incident, turn.now);
  await leaveTalk(turn, incident);
  await tellEveryone(
    turn,
    incident,
    (theirs, language) => ({
      text: theirs('incident-called-off', {
        headline: headline({ catalogue: turn.deps.catalogue, language }, { ...incident, drill: false }),
        name: officer.name,
      }),
    }),
    { urgent: true },
  );
  await turn.reply({
    text: say('incident-called-off-done', { number: incident.number }),
    choices: [[{ label: say('button-incident-reopen'), data: incidentTap('reopen', incident) }]],
  });
}

/** "Vẫn là sự cố": the alarm was no mistake after all; those on duty are alerted from the first step again. */
export async function reopen(turn: OfficerTurn, incidentId: string): Promise<void> {
  const { say, now, tx } = turn;
  const seen = await incidentOf(turn, incidentId);
  if (!seen) return turn.reply({ text: say('incident-none-such') });
  if (seen.incident.status !== 'false-alarm') return turn.reply({ text: say('old-button') });
  const { incident } = await note(
    turn,
    seen.incident,
    { kind: 'status', details: { status: 'new' } },
    { status: 'new', handler: null, escalatedFrom: now },
  );
  await turn.deps.escalate(tx, incident, now);
  await turn.deps.keepClocks(tx, incident, now);
  await turn.reply({ text: say('incident-reopened', { number: incident.number }) });
}
