import { clockCode } from '#domain/incident/clocks.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { ToldWay } from '#domain/incident/read-told.ts';
import { shorten } from '#domain/shorten.ts';
import { changeClock, isOwed } from '#storage/queries/incident-clocks.ts';
import { findIncidentTalk } from '#storage/queries/incident-talks.ts';
import {
  askOf,
  type ClockTalk,
  clockStage,
  clockTalkSchema,
  isAbout,
  keepAsking,
  leaveChoice,
  wayWords,
} from '#handlers/incident/clock-question.ts';
import {
  clockMoment,
  clocksKnown,
  isAtOnce,
  type KnownClock,
  stillOwed,
} from '#handlers/incident/clock-words.ts';
import { incidentTap } from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import { note } from '#handlers/incident/note.ts';
import {
  metWords,
  recordMet,
  recordWaived,
  type SaidOfClock,
  takeBackRecord,
  undoChoice,
} from '#handlers/incident/record-clock.ts';
import { endTalk } from '#handlers/incident/working.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** Who was told, how and when is known: recorded, said back, with a way to take it back; one that is late is asked why. */
export async function finishMet(
  turn: OfficerTurn,
  incident: Incident,
  known: KnownClock,
  said: SaidOfClock,
): Promise<void> {
  const { say } = turn;
  await recordMet(turn, incident, known, said);
  const late = !isAtOnce(known.rule) && said.at > known.clock.dueAt;
  const done = [
    say('clock-met-done', { number: incident.number, name: nameOf(turn, known), said: metWords(turn, said) }),
    say('clock-not-filed'),
  ];
  const undo = [undoChoice(turn, incident, known, 'met')];
  if (late) {
    await keepAsking(turn, incident, known, { asks: 'late' });
    const due = clockMoment(languageOf(turn), known.clock.dueAt);
    return turn.reply({
      text: [...done, say('clock-ask-late', { due })].join('\n'),
      choices: [undo, leaveChoice(turn, incident)],
    });
  }
  await endTalk(turn, incident);
  const others = await owedToTheSame(turn, incident, known);
  await turn.reply({
    text: done.join('\n'),
    choices: [
      ...others.map((other) => [
        {
          label: say('button-clock-same', { name: nameOf(turn, other) }),
          data: incidentTap('met', incident, `s-${clockCode(other.clock)}`),
        },
      ]),
      undo,
    ],
  });
}

/** One call often says what several texts ask for: those with the same recipient. */
async function owedToTheSame(
  turn: OfficerTurn,
  incident: Incident,
  { clock: met, duty: { recipient } }: KnownClock,
): Promise<KnownClock[]> {
  const clocks = await clocksKnown(turn.tx, languageOf(turn), incident);
  return stillOwed(clocks).filter(
    ({ clock, duty }) => clock.duty !== met.duty && duty.recipient?.name.vi === recipient?.name.vi,
  );
}

/** Why it was late. */
export async function finishLate(
  turn: OfficerTurn,
  incident: Incident,
  known: KnownClock,
  reason: string,
): Promise<void> {
  await changeClock(turn.tx, known.clock, { lateReason: reason });
  const words = turn.say('clock-late-words', { name: nameOf(turn, known), reason: shorten(reason, 300) });
  await note(turn, incident, { kind: 'update', text: words });
  await endTalk(turn, incident);
  await turn.reply({ text: turn.say('clock-late-done', { number: incident.number, words }) });
}

/** Why nobody has to be told; without a reason it is asked again. */
export async function finishWaived(
  turn: OfficerTurn,
  incident: Incident,
  known: KnownClock,
  reason: string,
): Promise<void> {
  if (reason.length < shortestReason) {
    return askOf(turn, incident, known, { asks: 'waive' }, turn.say('clock-reason-needed'));
  }
  await recordWaived(turn, incident, known, reason);
  await endTalk(turn, incident);
  await turn.reply({
    text: turn.say('clock-waived-done', {
      number: incident.number,
      words: turn.say('clock-waived-words', { name: nameOf(turn, known), reason: shorten(reason, 300) }),
    }),
    choices: [[undoChoice(turn, incident, known, 'waive')]],
  });
}

/** "ok", "ko": no reason that anybody could read later. */
const shortestReason = 5;

/** The button of a way, under "by what way?". */
export async function chooseWay(turn: OfficerTurn, incident: Incident, way: ToldWay): Promise<void> {
  const talk = await findIncidentTalk(turn.tx, turn.officer.id);
  const isAsked = talk?.stage === clockStage && talk.incidentId === incident.id;
  const state = isAsked ? clockTalkSchema.parse(talk.state) : undefined;
  if (state?.asks !== 'way') return turn.reply({ text: turn.say('old-button') });
  const clocks = await clocksKnown(turn.tx, languageOf(turn), incident);
  const known = clocks.find(({ clock }) => isAbout(state, clock));
  if (!known || !isOwed(known.clock)) return turn.reply({ text: turn.say('old-button') });
  await finishMet(turn, incident, known, { ...saidIn(turn, state), how: wayWords(turn, way) });
}

/** "Cũng đã làm": the same people were told in the same way about this one too. */
export async function useSameWords(
  turn: OfficerTurn,
  incident: Incident,
  known: KnownClock,
  clocks: KnownClock[],
): Promise<void> {
  const [last] = clocks
    .flatMap(({ clock: { metAt, told, how } }) =>
      metAt && told !== null ? [{ at: metAt, whom: told, how }] : [],
    )
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  if (!last || !isOwed(known.clock)) return turn.reply({ text: turn.say('old-button') });
  await finishMet(turn, incident, known, last);
}

/** "Gỡ" under what was recorded. */
export async function undoClock(
  turn: OfficerTurn,
  incident: Incident,
  known: KnownClock,
  verb: 'met' | 'waive',
): Promise<void> {
  const undone = await takeBackRecord(turn, incident, known, verb === 'met' ? 'met' : 'waived');
  if (!undone) return turn.reply({ text: turn.say('old-button') });
  const talk = await findIncidentTalk(turn.tx, turn.officer.id);
  if (talk?.stage === clockStage) await endTalk(turn, incident);
  await turn.reply({ text: turn.say('clock-undone', { name: nameOf(turn, known) }) });
}

/** What has been said so far of whom and when; now, where no hour was said. */
export function saidIn({ now }: OfficerTurn, { whom = '', at }: ClockTalk): Omit<SaidOfClock, 'how'> {
  return { whom, at: at === undefined ? now : new Date(at) };
}

function nameOf({ language }: OfficerTurn, { duty }: KnownClock): string {
  return duty.shortName[language];
}
