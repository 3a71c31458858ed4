import { isId } from '#domain/callback.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** The action of every button about incidents: `inc:<verb>:<id>:<value>`. */
export const incidentAction = 'inc';

/**
 * A button about an incident. `id` is the incident's; under the questions that its reporter is asked, it is that of the
 * conversation, so that a button of an earlier one is answered, not obeyed.
 */
export async function tapIncident(turn: OfficerTurn, [verb = '', id = '']: readonly string[]): Promise<void> {
  if (!isId(id)) return turn.reply({ text: turn.say('old-button') });
  switch (verb) {
    default:
      return turn.reply({ text: turn.say('old-button') });
  }
}
