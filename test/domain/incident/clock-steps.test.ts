import { expect, test } from 'vitest';
import { clockSteps, nextStepAt, stepDue } from '#domain/incident/clock-steps.ts';

const startsAt = new Date('2026-12-12T02:00:00Z');

function clockOf(minutes: number) {
  return { startsAt, dueAt: new Date(startsAt.getTime() + minutes * 60_000) };
}

const steps = (minutes: number) =>
  clockSteps(clockOf(minutes)).map(({ step, at }) => [step, (at.getTime() - startsAt.getTime()) / 60_000]);

test.each([
  [
    '24 hours',
    24 * 60,
    [
      ['half', 720],
      ['four-fifths', 1152],
      ['last-hour', 1380],
      ['missed', 1440],
    ],
  ],
  [
    '5 hours: the last of them is what is left after 80 %',
    300,
    [
      ['half', 150],
      ['last-hour', 240],
      ['missed', 300],
    ],
  ],
  [
    '4 hours: after 80 % less than an hour is left',
    240,
    [
      ['half', 120],
      ['four-fifths', 192],
      ['missed', 240],
    ],
  ],
  [
    'an hour',
    60,
    [
      ['half', 30],
      ['four-fifths', 48],
      ['missed', 60],
    ],
  ],
])('the steps of %s', (_, minutes, expected) => {
  expect(steps(minutes)).toEqual(expected);
});

test('several that passed while nobody looked are one, and none comes again', () => {
  const clock = { ...clockOf(24 * 60), remindedAt: null };
  const at = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000);
  expect(stepDue(clock, at(719))).toBeUndefined();
  expect(stepDue(clock, at(1390))).toEqual({ step: 'last-hour', at: at(1380) });
  expect(stepDue({ ...clock, remindedAt: at(1380) }, at(1439))).toBeUndefined();
  expect(stepDue({ ...clock, remindedAt: at(1380) }, at(1440))).toEqual({ step: 'missed', at: at(1440) });
  expect(nextStepAt(clock, at(720))).toEqual(at(1152));
  expect(nextStepAt(clock, at(1440))).toBeUndefined();
});
