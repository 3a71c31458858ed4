import { z } from 'zod';
import type { DutyRef } from '#domain/catalogue.ts';
import type { Choice } from '#domain/channel.ts';
import type { Incident } from '#domain/incident/incident.ts';
import { type ToldWay, toldWays } from '#domain/incident/read-told.ts';
import { isOwed } from '#storage/queries/incident-clocks.ts';
import { clockLine, clockMoment, type KnownClock, whatWords } from '#handlers/incident/clock-words.ts';
import { headline, incidentTap } from '#handlers/incident/incident-words.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import { beginTalk } from '#handlers/incident/working.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** A talk about one clock. `told`: whom, how, when? `way`: only how. `late`: why so late? `waive`: why not at all? */
export const clockTalkSchema = z.strictObject({
  version: z.literal(1),
  directive: z.string(),
  duty: z.string(),
  asks: z.enum(['told', 'way', 'late', 'waive']),
  whom: z.string().optional(),
  at: z.iso.datetime().optional(),
});
export type ClockTalk = z.infer<typeof clockTalkSchema>;

/** The stage under which it is stored. */
export const clockStage = 'clock';

/** Asks who was told and how, or why nobody has to be. */
export async function askAboutClock(
  turn: OfficerTurn,
  incident: Incident,
  known: KnownClock,
  verb: 'met' | 'waive',
): Promise<void> {
  if (!isOwed(known.clock)) {
    return turn.reply({
      text: `${turn.say('clock-settled')}\n${clockLine(languageOf(turn), known, turn.now)}`,
    });
  }
  await askOf(turn, incident, known, { asks: verb === 'met' ? 'told' : 'waive' });
}

interface Asking {
  asks: ClockTalk['asks'];
  whom?: string | undefined;
  at?: string | undefined;
}

/** Asks, and keeps what is being asked; `before` is said first. */
export async function askOf(
  turn: OfficerTurn,
  incident: Incident,
  known: KnownClock,
  asking: Asking,
  before?: string,
): Promise<void> {
  const { say } = turn;
  await keepAsking(turn, incident, known, asking);
  const words = languageOf(turn);
  const about = [
    headline(words, incident),
    say('clock-about', { what: whatWords(words, known) }),
    say('clock-cited', { citation: known.duty.citation }),
  ];
  const questions: Record<ClockTalk['asks'], string> = {
    told: [...about, '', say('clock-ask-told')].join('\n'),
    way: say('clock-ask-way', { whom: asking.whom ?? '' }),
    late: say('clock-ask-late', { due: clockMoment(words, known.clock.dueAt) }),
    waive: [...about, '', say('clock-ask-waive')].join('\n'),
  };
  const ways = toldWays.map((way) => [
    { label: wayWords(turn, way), data: incidentTap('met', incident, `h-${way}`) },
  ]);
  await turn.reply({
    text: before === undefined ? questions[asking.asks] : `${before}\n\n${questions[asking.asks]}`,
    choices: [...(asking.asks === 'way' ? ways : []), leaveChoice(turn, incident)],
    takesNumbers: true,
  });
}

/** The way out of a question. */
export function leaveChoice({ say }: OfficerTurn, incident: Incident): Choice[] {
  return [{ label: say('button-incident-never-mind'), data: incidentTap('view', incident) }];
}

/** From now on what the person types answers this. */
export async function keepAsking(
  turn: OfficerTurn,
  incident: Incident,
  { clock: { directive, duty } }: KnownClock,
  asking: Asking,
): Promise<void> {
  await beginTalk(turn, incident, clockStage, { version: 1, directive, duty, ...asking });
}

export function isAbout({ directive, duty }: ClockTalk, clock: DutyRef): boolean {
  return clock.directive === directive && clock.duty === duty;
}

export function wayWords({ say }: OfficerTurn, way: ToldWay): string {
  return say(`clock-way-${way}`);
}
