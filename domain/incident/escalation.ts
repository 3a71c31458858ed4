import { type Incident, isOpen } from '#domain/incident/incident.ts';
import type { EscalationPolicy, Night, StepRecipient } from '#domain/incident/rules-schema.ts';
import { addDays, dayOf, type Instant, instantAt, timeOf, type ZoneName } from '#domain/time.ts';

/** What an incident's escalation is reckoned from. */
export type Escalating = Pick<Incident, 'status' | 'handler' | 'escalatedFrom'>;

/** A step of a round that was taken; rounds count from 1, steps from 0, as in the policy. */
export interface TakenStep {
  round: number;
  step: number;
  at: Instant;
  /** How many people it reached; whoever reported the incident does not count. */
  reached: number;
}

export interface StepAhead {
  round: number;
  step: number;
  /** When it is to be taken, if nobody takes the incident on before. */
  at: Instant;
  to: readonly StepRecipient[];
}

/** The hours at which steps that can wait do, and where the clock stands. */
export interface Nights {
  night: Night;
  zone: ZoneName;
}

/** What came of alerting, for whoever tells the reporter. */
export interface Escalated {
  /** Alerted just now. */
  told: { id: string; name: string }[];
  /** When the next step is to be taken; absent where there is none. */
  nextAt?: Instant;
}

/** The steps that are to be taken at `now`, in order. Taking one that reaches nobody may bring another forward. */
export function dueSteps(
  policy: EscalationPolicy,
  incident: Escalating,
  taken: readonly TakenStep[],
  nights: Nights,
  now: Instant,
): StepAhead[] {
  return stepsAhead(policy, incident, taken, nights, now).filter(({ at }) => at <= now);
}

/** When the next step is to be taken, which may be an instant before `now`; undefined when nothing is left to be done. */
export function nextStepAt(
  policy: EscalationPolicy,
  incident: Escalating,
  taken: readonly TakenStep[],
  nights: Nights,
  now: Instant,
): Instant | undefined {
  return stepsAhead(policy, incident, taken, nights, now)[0]?.at;
}

/**
 * What is left of the round under way, or the next one, in the order of time. None once somebody has taken the incident
 * on, or when it is over. `taken` are the steps since `escalatedFrom`; a round begins so many minutes after the last
 * step of the one before was taken, however late that was.
 */
function stepsAhead(
  policy: EscalationPolicy,
  { status, handler, escalatedFrom }: Escalating,
  taken: readonly TakenStep[],
  nights: Nights,
  now: Instant,
): StepAhead[] {
  if (!isOpen(status) || handler !== null) return [];
  let start = escalatedFrom;
  for (let round = 1; round <= policy.rounds; round += 1) {
    const inRound = new Map(taken.filter((one) => one.round === round).map((one) => [one.step, one]));
    const left = policy.steps
      .map((step, index) => ({ ...step, index }))
      .filter(({ index }) => !inRound.has(index))
      .map(({ afterMinutes, to, atNight, index }) => {
        const before = inRound.get(index - 1);
        const planned = later(start, afterMinutes);
        const at = before?.reached === 0 && before.at < planned ? before.at : planned;
        return { round, step: index, to, at: atNight === 'wait' ? afterTheNight(at, nights, now) : at };
      });
    if (left.length > 0) return left.sort((a, b) => a.at.getTime() - b.at.getTime() || a.step - b.step);
    const last = Math.max(...[...inRound.values()].map(({ at }) => at.getTime()));
    start = later(new Date(last), policy.minutesBetweenRounds);
  }
  return [];
}

/** The instant itself by day; what falls due at night, or could not be done before this one, waits until it has ended. */
function afterTheNight(at: Instant, { night, zone }: Nights, now: Instant): Instant {
  const rested = isNight(at) ? morningAfter(at) : at;
  return rested <= now && isNight(now) ? morningAfter(now) : rested;

  function isNight(instant: Instant): boolean {
    const time = timeOf(instant, zone);
    return night.from > night.to
      ? time >= night.from || time < night.to
      : time >= night.from && time < night.to;
  }

  function morningAfter(instant: Instant): Instant {
    const day = dayOf(instant, zone);
    const isEvening = timeOf(instant, zone) >= night.waitUntil;
    return instantAt(isEvening ? addDays(day, 1) : day, night.waitUntil, zone);
  }
}

function later(instant: Instant, minutes: number): Instant {
  return new Date(instant.getTime() + minutes * 60_000);
}
