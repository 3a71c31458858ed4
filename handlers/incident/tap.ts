import { isId } from '#domain/callback.ts';
import { tapTalk } from '#handlers/incident/answer-tap.ts';
import { reportIncident } from '#handlers/incident/begin.ts';
import { tapClock } from '#handlers/incident/clocks.ts';
import { tapPaper } from '#handlers/incident/paper.ts';
import { showIncident } from '#handlers/incident/view.ts';
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
  await obey(turn, verb, id, value);
  return undefined;
}

/** Under the questions to whoever reports. */
const asksReporter = new Set([
  ...['yes', 'no', 'mistake', 'kind', 'change', 'system', 'unit'],
  ...['impact', 'more', 'same', 'other'],
]);

async function obey(turn: OfficerTurn, verb: string, id: string, value: string): Promise<void> {
  if (verb === 'start') return reportIncident(turn);
  if (!isId(id)) return turn.reply({ text: turn.say('old-button') });
  switch (verb) {
    case 'view':
      return showIncident(turn, id);
    case 'met':
    case 'waive':
      return tapClock(turn, id, verb, value);
    case 'paper':
      return tapPaper(turn, id, value);
    default:
      return turn.reply({ text: turn.say('old-button') });
  }
}
