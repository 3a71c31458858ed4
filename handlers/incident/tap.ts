import { isId } from '#domain/callback.ts';
import { tapTalk } from '#handlers/incident/answer-tap.ts';
import { reportIncident } from '#handlers/incident/begin.ts';
import { tapClock } from '#handlers/incident/clocks.ts';
import { tapPaper } from '#handlers/incident/paper.ts';
import { acknowledge, askIfTaken, takeOver } from '#handlers/incident/acknowledge.ts';
import { askClosing, closeIncident, editClosingAnswer } from '#handlers/incident/close.ts';
import { askDuplicate, linkDuplicate, unlinkDuplicate } from '#handlers/incident/duplicate.ts';
import { askIfFalseAlarm, callOff, reopen } from '#handlers/incident/false-alarm.ts';
import { askToHandOver, handOverTo } from '#handlers/incident/hand-over.ts';
import { askForHelp } from '#handlers/incident/help-request.ts';
import { recordDrill } from '#handlers/incident/record-drill.ts';
import { talkOf } from '#handlers/incident/open-talk.ts';
import { resumeReporting } from '#handlers/incident/reporting.ts';
import { askSeverity } from '#handlers/incident/severity.ts';
import { setStatus } from '#handlers/incident/status.ts';
import { turnAbout } from '#handlers/incident/turn-about.ts';
import { takeBack } from '#handlers/incident/update.ts';
import { askWarning, askWarningText, sendWarning } from '#handlers/incident/warn-units.ts';
import { receiveWarning } from '#handlers/incident/warning-receipt.ts';
import { showIncident } from '#handlers/incident/view.ts';
import { findIncident } from '#storage/queries/incidents.ts';
import type { StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** The action of every button about incidents: `inc:<verb>:<id>:<value>`. */
export const incidentAction = 'inc';

/**
 * A button about an incident. `id` is the incident's; under the questions that its reporter is asked, it is that of the
 * conversation, so that a button of an earlier one is answered, not obeyed. Gives back what turns out to be no word about
 * an incident but an answer to whatever else is being asked.
 */
export async function tapIncident(
  turn: OfficerTurn,
  [verb = '', id = '', value = '']: readonly string[],
): Promise<string | undefined> {
  if (asksReporter.has(verb) && isId(id)) return tapTalk(turn, verb, id, value);
  const unanswered = beginsTalk.has(verb) ? await unansweredReport(turn) : undefined;
  if (unanswered) {
    await resumeReporting(turn, unanswered);
    return undefined;
  }
  // What is said of papers holds the link to a draft, and the receipt of a recorded drill is a real one.
  const isPlain = verb === 'paper' || verb === 'drill';
  const incident = !isPlain && isId(id) ? await findIncident(turn.tx, id) : undefined;
  await obey(incident ? turnAbout(turn, incident) : turn, verb, id, value);
  return undefined;
}

/** Under the questions to whoever reports. */
const asksReporter = new Set([
  ...['yes', 'no', 'mistake', 'kind', 'change', 'system', 'unit'],
  ...['impact', 'more', 'same', 'other', 'real'],
]);

/** Ask something in turn: first comes what nobody has recorded yet, or it would be lost. */
const beginsTalk = new Set([
  ...['start', 'over', 'sev', 'help', 'dup', 'warn', 'close', 'close-edit'],
  ...['met', 'waive', 'paper', 'drill'],
]);

/** What may be an incident and waits for an answer, so that silence would record it. */
async function unansweredReport(turn: OfficerTurn): Promise<StoredIncidentTalk | undefined> {
  const talk = await talkOf(turn);
  return talk?.silentUntil ? talk : undefined;
}

async function obey(turn: OfficerTurn, verb: string, id: string, value: string): Promise<void> {
  if (verb === 'start') return reportIncident(turn);
  if (!isId(id)) return turn.reply({ text: turn.say('old-button') });
  switch (verb) {
    case 'view':
      return showIncident(turn, id);
    case 'ack':
      return acknowledge(turn, id);
    case 'ack-ask':
      return askIfTaken(turn, id);
    case 'take':
      return takeOver(turn, id);
    case 'over':
      return value === '' ? askToHandOver(turn, id) : handOverTo(turn, id, value);
    case 'alarm':
      return askIfFalseAlarm(turn, id);
    case 'alarm-yes':
      return callOff(turn, id);
    case 'reopen':
      return reopen(turn, id);
    case 'status':
      return setStatus(turn, id, value);
    case 'sev':
      return askSeverity(turn, id);
    case 'help':
      return askForHelp(turn, id);
    case 'dup':
      return value === '' ? askDuplicate(turn, id) : linkDuplicate(turn, id, value);
    case 'undup':
      return unlinkDuplicate(turn, id);
    case 'warn':
      return value === '' ? askWarning(turn, id) : askWarningText(turn, id, value);
    case 'warned':
      return receiveWarning(turn, id);
    case 'warn-yes':
      return sendWarning(turn, id);
    case 'undo':
      return takeBack(turn, id);
    case 'close':
      return askClosing(turn, id);
    case 'close-edit':
      return editClosingAnswer(turn, id, value);
    case 'close-yes':
      return closeIncident(turn, id);
    case 'met':
    case 'waive':
      return tapClock(turn, id, verb, value);
    case 'paper':
      return tapPaper(turn, id, value);
    case 'drill':
      return recordDrill(turn, id, value);
    default:
      return turn.reply({ text: turn.say('old-button') });
  }
}
