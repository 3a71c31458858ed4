import { describe, expect, test } from 'vitest';
import { loadIncidentRules } from '#app/load-incident-rules.ts';
import { dueSteps, nextStepAt, type TakenStep } from '#domain/incident/escalation.ts';
import type { IncidentStatus } from '#domain/incident/incident.ts';

const { escalation, night } = loadIncidentRules(new Set());
const nights = { night, zone: 'Asia/Ho_Chi_Minh' };
const { severe, ordinary } = escalation;

/** Times of Saturday 12/12/2026 in Vietnam. */
const at = (time: string, day = '12') => new Date(`2026-12-${day}T${time}:00+07:00`);

function openSince(time: string, status: IncidentStatus = 'new', handler: string | null = null) {
  return { status, handler, escalatedFrom: at(time) };
}

function taken(...steps: [round: number, step: number, time: string, reached?: number][]): TakenStep[] {
  return steps.map(([round, step, time, reached = 1]) => ({ round, step, at: at(time), reached }));
}

function due(
  policy: typeof severe,
  since: ReturnType<typeof openSince>,
  before: TakenStep[],
  now: string,
): string[] {
  return dueSteps(policy, since, before, nights, at(now)).map(({ round, step }) => `${round}.${step}`);
}

describe('a severe incident at 02:00', () => {
  const since = openSince('02:00');

  test('the unit at once, the coordinators at 5 minutes, everyone above at 15', () => {
    expect(due(severe, since, [], '02:00')).toEqual(['1.0']);
    const first = taken([1, 0, '02:00']);
    expect(due(severe, since, first, '02:04')).toEqual([]);
    expect(nextStepAt(severe, since, first, nights, at('02:01'))).toEqual(at('02:05'));
    expect(due(severe, since, first, '02:05')).toEqual(['1.1']);
    const second = [...first, ...taken([1, 1, '02:05'])];
    expect(nextStepAt(severe, since, second, nights, at('02:05'))).toEqual(at('02:15'));
    expect(due(severe, since, second, '02:15')).toEqual(['1.2']);
  });

  test('three rounds, a quarter of an hour apart, and then no more', () => {
    const one = taken([1, 0, '02:00'], [1, 1, '02:05'], [1, 2, '02:15']);
    expect(nextStepAt(severe, since, one, nights, at('02:15'))).toEqual(at('02:30'));
    expect(due(severe, since, one, '02:30')).toEqual(['2.0']);
    const two = [...one, ...taken([2, 0, '02:30'], [2, 1, '02:35'], [2, 2, '02:45'])];
    expect(nextStepAt(severe, since, two, nights, at('02:45'))).toEqual(at('03:00'));
    const three = [...two, ...taken([3, 0, '03:00'], [3, 1, '03:05'], [3, 2, '03:15'])];
    expect(nextStepAt(severe, since, three, nights, at('03:15'))).toBeUndefined();
  });

  test('a step that reaches nobody brings the next one forward', () => {
    expect(due(severe, since, taken([1, 0, '02:00', 0]), '02:00')).toEqual(['1.1']);
    expect(due(severe, since, taken([1, 0, '02:00', 0], [1, 1, '02:00', 0]), '02:00')).toEqual(['1.2']);
    // The coordinators were reached: those above have their fifteen minutes.
    expect(due(severe, since, taken([1, 0, '02:00', 0], [1, 1, '02:00', 2]), '02:14')).toEqual([]);
  });

  test('nothing once somebody has it, or it is over', () => {
    expect(due(severe, openSince('02:00', 'acknowledged', 'binh'), [], '02:30')).toEqual([]);
    expect(due(severe, openSince('02:00', 'false-alarm'), [], '02:30')).toEqual([]);
    expect(due(severe, openSince('02:00', 'closed'), [], '02:30')).toEqual([]);
    expect(due(severe, openSince('02:00', 'duplicate'), [], '02:30')).toEqual([]);
  });

  test('after an outage what was missed comes at once, and the next round keeps its distance', () => {
    expect(due(severe, since, [], '04:00')).toEqual(['1.0', '1.1', '1.2']);
    const late = taken([1, 0, '04:00'], [1, 1, '04:00'], [1, 2, '04:00']);
    expect(nextStepAt(severe, since, late, nights, at('04:00'))).toEqual(at('04:15'));
  });
});

describe('an ordinary incident', () => {
  test('by day: the responder at once, the head after a quarter of an hour, nobody else', () => {
    const since = openSince('09:00');
    expect(due(ordinary, since, [], '09:00')).toEqual(['1.0']);
    expect(due(ordinary, since, taken([1, 0, '09:00']), '09:15')).toEqual(['1.1']);
    const all = taken([1, 0, '09:00'], [1, 1, '09:15']);
    expect(nextStepAt(ordinary, since, all, nights, at('09:15'))).toBeUndefined();
  });

  test('at night the responder is woken, and the head sleeps until seven', () => {
    const since = openSince('02:00');
    expect(due(ordinary, since, [], '02:00')).toEqual(['1.0']);
    const first = taken([1, 0, '02:00']);
    expect(nextStepAt(ordinary, since, first, nights, at('02:00'))).toEqual(at('07:00'));
    expect(due(ordinary, since, first, '06:59')).toEqual([]);
    expect(due(ordinary, since, first, '07:00')).toEqual(['1.1']);
  });

  test('in the evening the morning is that of the next day', () => {
    const since = openSince('21:50');
    const first = taken([1, 0, '21:50']);
    expect(nextStepAt(ordinary, since, first, nights, at('21:50'))).toEqual(at('07:00', '13'));
  });

  test('what was due by day and could not be done waits for the morning too', () => {
    const since = openSince('21:40');
    const first = taken([1, 0, '21:40']);
    expect(nextStepAt(ordinary, since, first, nights, at('21:41'))).toEqual(at('21:55'));
    expect(due(ordinary, since, first, '23:00')).toEqual([]);
    expect(nextStepAt(ordinary, since, first, nights, at('23:00'))).toEqual(at('07:00', '13'));
  });

  test('nobody is woken in place of a responder whom nothing reaches', () => {
    const since = openSince('02:00');
    expect(nextStepAt(ordinary, since, taken([1, 0, '02:00', 0]), nights, at('02:00'))).toEqual(at('07:00'));
    expect(due(ordinary, openSince('09:00'), taken([1, 0, '09:00', 0]), '09:00')).toEqual(['1.1']);
  });
});
