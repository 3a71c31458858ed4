import type { Incident } from '#domain/incident/incident.ts';
import { readTold } from '#domain/incident/read-told.ts';
import { isOwed } from '#storage/queries/incident-clocks.ts';
import { endIncidentTalk, type StoredIncidentTalk } from '#storage/queries/incident-talks.ts';
import { finishLate, finishMet, finishWaived, saidIn } from '#handlers/incident/clock-answer.ts';
import {
  askOf,
  type ClockTalk,
  clockTalkSchema,
  isAbout,
  wayWords,
} from '#handlers/incident/clock-question.ts';
import { clockLine, clocksKnown, type KnownClock } from '#handlers/incident/clock-words.ts';
import { incidentToHandle } from '#handlers/incident/incident-of.ts';
import { languageOf } from '#handlers/incident/language-of.ts';
import { endTalk } from '#handlers/incident/working.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/** What was typed in answer. */
export async function continueClockTalk(
  turn: OfficerTurn,
  talk: StoredIncidentTalk,
  typed: string,
): Promise<boolean> {
  const asked = await askedIn(turn, talk);
  if (!asked) return true;
  const { incident, known, state } = asked;
  const { deps, now, say } = turn;
  switch (state.asks) {
    case 'told': {
      const zone = deps.catalogue.zone;
      const told = readTold(typed, { now, notBefore: known.clock.startsAt, zone });
      if (told.whom === '') await askOf(turn, incident, known, state, say('clock-ask-whom'));
      else if (told.way) {
        const { whom, way, at = now } = told;
        await finishMet(turn, incident, known, { whom, how: wayWords(turn, way), at });
      } else await askOf(turn, incident, known, { asks: 'way', whom: told.whom, at: told.at?.toISOString() });
      return true;
    }
    case 'way': {
      const { way } = readTold(typed, { now, notBefore: now, zone: deps.catalogue.zone });
      await finishMet(turn, incident, known, {
        ...saidIn(turn, state),
        how: way ? wayWords(turn, way) : typed,
      });
      return true;
    }
    case 'late':
      await finishLate(turn, incident, known, typed.trim());
      return true;
    case 'waive':
      await finishWaived(turn, incident, known, typed.trim());
      return true;
  }
}

/** Asks the same again, after something else was served. */
export async function resumeClockTalk(turn: OfficerTurn, talk: StoredIncidentTalk): Promise<void> {
  const asked = await askedIn(turn, talk);
  if (asked) await askOf(turn, asked.incident, asked.known, asked.state);
}

/** What a talk asks about; where that is over meanwhile, the talk ends and the person is told. */
async function askedIn(
  turn: OfficerTurn,
  talk: StoredIncidentTalk,
): Promise<{ incident: Incident; known: KnownClock; state: ClockTalk } | undefined> {
  const incident = await incidentToHandle(turn, talk.incidentId ?? '');
  if (!incident) {
    await endIncidentTalk(turn.tx, turn.officer.id);
    return undefined;
  }
  const state = clockTalkSchema.parse(talk.state);
  const clocks = await clocksKnown(turn.tx, languageOf(turn), incident);
  const known = clocks.find(({ clock }) => isAbout(state, clock));
  if (known && (state.asks === 'late' || isOwed(known.clock))) return { incident, known, state };
  await endTalk(turn, incident);
  const line = known && clockLine(languageOf(turn), known, turn.now);
  await turn.reply({ text: line ? `${turn.say('clock-settled')}\n${line}` : turn.say('clock-gone') });
  return undefined;
}
