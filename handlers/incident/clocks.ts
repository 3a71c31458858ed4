import type { Choice } from '#domain/channel.ts';
import { clockCode } from '#domain/incident/clocks.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { toldWays } from '#domain/incident/read-told.ts';
import { clocksThatMayRun } from '#storage/queries/incident-clocks.ts';
import { chooseWay, undoClock, useSameWords } from '#handlers/incident/clock-answer.ts';
import { askAboutClock } from '#handlers/incident/clock-question.ts';
import {
  clockLine,
  clocksKnown,
  doubtfulLine,
  type KnownClock,
  stillOwed,
} from '#handlers/incident/clock-words.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { incidentTap } from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * The time limits of an incident, one line each with its clause; what was met or waived stays to be seen. Behind them those of
 * which nobody knows yet whether they apply: they would have been running all the time.
 */
export async function clockLines(turn: OfficerTurn, incident: Incident): Promise<string[]> {
  const words = languageOf(turn);
  const inDoubt = await clocksThatMayRun(turn.tx, words.catalogue, incident);
  return [
    ...(await clocksKnown(turn.tx, words, incident)).map((known) => clockLine(words, known, turn.now)),
    ...inDoubt.map((clock) => doubtfulLine(words, clock)),
  ];
}

/** Only what has to be done now, for whoever has just taken it on. */
export async function owedClockLines(turn: OfficerTurn, incident: Incident): Promise<string[]> {
  const words = languageOf(turn);
  const owed = stillOwed(await clocksKnown(turn.tx, words, incident));
  return owed.map((known) => clockLine(words, known, turn.now));
}

/** What can be done about them; nothing while none is owed. */
export async function clockChoices(turn: OfficerTurn, incident: Incident): Promise<Choice[][]> {
  const owed = stillOwed(await clocksKnown(turn.tx, languageOf(turn), incident));
  if (owed.length === 0) return [];
  return [
    [
      { label: turn.say('button-clock-met'), data: incidentTap('met', incident) },
      { label: turn.say('button-clock-waive'), data: incidentTap('waive', incident) },
    ],
  ];
}

/** Met: somebody was told. Waived: nobody has to be. */
export type ClockVerb = 'met' | 'waive';

/**
 * A button about time limits. `arg`: none (which one is asked where there are several), `c-` and a clock's code, `u-` and its code
 * to take back what was recorded, `s-` and its code for the same words as of the one recorded last, `h-` and a way of telling.
 */
export async function tapClock(
  turn: OfficerTurn,
  incidentId: string,
  verb: ClockVerb,
  arg = '',
): Promise<void> {
  const { say } = turn;
  const incident = await incidentToHandle(turn, incidentId);
  if (!incident) return;
  const clocks = await clocksKnown(turn.tx, languageOf(turn), incident);
  if (arg === '') return askWhich(turn, incident, verb, stillOwed(clocks));
  const [action, value] = [arg.slice(0, 2), arg.slice(2)];
  if (action === 'h-') {
    const way = toldWays.find((one) => one === value);
    return way ? chooseWay(turn, incident, way) : turn.reply({ text: say('old-button') });
  }
  const known = clocks.find(({ clock }) => clockCode(clock) === value);
  // It goes when it turns out that it does not apply.
  if (!known) return turn.reply({ text: say('old-button') });
  switch (action) {
    case 'c-':
      return askAboutClock(turn, incident, known, verb);
    case 'u-':
      return undoClock(turn, incident, known, verb);
    case 's-':
      return useSameWords(turn, incident, known, clocks);
    default:
      return turn.reply({ text: say('old-button') });
  }
}

async function askWhich(
  turn: OfficerTurn,
  incident: Incident,
  verb: ClockVerb,
  owed: KnownClock[],
): Promise<void> {
  const { say, language } = turn;
  const [first, ...others] = owed;
  if (!first) return turn.reply({ text: say('clock-none-owed', { number: incident.number }) });
  if (others.length === 0) return askAboutClock(turn, incident, first, verb);
  await turn.reply({
    text: verb === 'met' ? say('clock-which-met') : say('clock-which-waive'),
    choices: [
      ...owed.map(({ clock, duty }) => [
        { label: duty.shortName[language], data: incidentTap(verb, incident, `c-${clockCode(clock)}`) },
      ]),
      [{ label: say('button-incident-never-mind'), data: incidentTap('view', incident) }],
    ],
  });
}
