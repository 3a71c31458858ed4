import { encodeTap } from '#domain/callback.ts';
import type { OutgoingMessage } from '#domain/channel.ts';
import type { FilingState } from '#domain/filing.ts';
import { addDays } from '#domain/time.ts';
import { shortDay } from '#locales/dates.ts';
import type { Assignment } from '#storage/queries/assignments.ts';
import { dueGroups } from '#handlers/due-groups.ts';
import { titleOf, titlesOf } from '#handlers/duty-words.ts';
import { unitOnButton } from '#handlers/label-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What the recording of a paper asks for next; `assignments`: the reports that it is, or may be, about. */
export function filingQuestion(
  turn: OfficerTurn,
  id: string,
  state: FilingState,
  assignments: Assignment[],
): OutgoingMessage {
  const { say, deps, language, today } = turn;
  const titles = titlesOf(deps.catalogue, language, assignments);
  const tap = (...args: string[]) => encodeTap('filing', id, ...args);
  const cancel = { label: say('button-cancel'), data: tap('cancel') };
  switch (state.step) {
    case 'choose':
      return {
        text: say('filing-ask-which'),
        choices: [...whichChoices(turn, state, assignments, tap), [cancel]],
      };
    case 'number':
      return { text: say('filing-ask-number', { titles }), choices: [[cancel]], takesNumbers: true };
    case 'date':
      return {
        text: say('filing-ask-date', { number: state.documentNumber ?? '' }),
        // The day itself: "today" under an old message is another day.
        choices: [
          [
            { label: say('today'), data: tap('date', today) },
            { label: say('yesterday'), data: tap('date', addDays(today, -1)) },
          ],
          [cancel],
        ],
        takesNumbers: true,
      };
    case 'confirm':
      return {
        text: say('filing-confirm', {
          titles,
          unit: assignments[0]?.unitName ?? '',
          number: state.documentNumber ?? '',
          date: shortDay(state.documentDate ?? ''),
        }),
        choices: [
          [{ label: say('button-record'), data: tap('confirm') }],
          [{ label: say('button-change'), data: tap('change') }, cancel],
        ],
      };
  }
}

/** Telegram takes a hundred buttons; nobody looks through as many. The soonest come first. */
const mostReports = 40;

function whichChoices(
  { say, deps, language }: OfficerTurn,
  { assignmentIds }: FilingState,
  assignments: Assignment[],
  tap: (...args: string[]) => string,
) {
  const sameUnit = new Set(assignments.map(({ unitId }) => unitId)).size === 1;
  const each = assignments.slice(0, mostReports).map((one) => {
    const title = titleOf(deps.catalogue, language, one);
    const label = sameUnit ? title : `${unitOnButton(one.unitName)}: ${title}`;
    return [{ label, data: tap('choose', String(assignmentIds.indexOf(one.id))) }];
  });
  if (dueGroups(assignments).length > 1) return each;
  return [...each, [{ label: say('filing-all', { count: assignments.length }), data: tap('choose', 'all') }]];
}
