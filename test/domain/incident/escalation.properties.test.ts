import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueSteps, nextStepAt, type TakenStep } from '#domain/incident/escalation.ts';
import type { EscalationPolicy } from '#domain/incident/rules-schema.ts';
import { timeOf } from '#domain/time.ts';

const zone = 'Asia/Ho_Chi_Minh';
const nights = { night: { from: '22:00', to: '06:00', waitUntil: '07:00' }, zone };
const to = [{ position: 'head' as const, at: 'unit' as const }];

const policies: fc.Arbitrary<EscalationPolicy> = fc
  .record({
    rounds: fc.integer({ min: 1, max: 4 }),
    minutesBetweenRounds: fc.integer({ min: 1, max: 120 }),
    steps: fc.array(
      fc.record({
        afterMinutes: fc.integer({ min: 0, max: 600 }),
        to: fc.constant(to),
        atNight: fc.constantFrom('wake' as const, 'wait' as const),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map((policy) => ({ ...policy, steps: policy.steps.toSorted((a, b) => a.afterMinutes - b.afterMinutes) }));

const starts = fc
  .integer({ min: 0, max: 7 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 11, 7) + minutes * 60_000));

/** Whether a step reaches somebody, by its place. */
const reaches = fc.array(fc.boolean(), { minLength: 16, maxLength: 16 });

const minuteMs = 60_000;

/** Lives through an escalation that nobody answers, looking now and then, to its end. */
function lived(policy: EscalationPolicy, start: Date, reached: boolean[], everyMinutes: number): TakenStep[] {
  const incident = { status: 'new' as const, handler: null, escalatedFrom: start };
  const taken: TakenStep[] = [];
  let now = start;
  for (;;) {
    for (;;) {
      const [step] = dueSteps(policy, incident, taken, nights, now);
      if (!step) break;
      taken.push({ ...step, at: now, reached: reached[taken.length % reached.length] ? 1 : 0 });
    }
    const next = nextStepAt(policy, incident, taken, nights, now);
    if (!next) return taken;
    expect(next.getTime()).toBeGreaterThan(now.getTime());
    const looks = Math.ceil((next.getTime() - now.getTime()) / (everyMinutes * minuteMs));
    now = new Date(now.getTime() + looks * everyMinutes * minuteMs);
  }
}

test('every step of every round is taken once, in the order of the rounds, however rarely somebody looks', () => {
  fc.assert(
    fc.property(
      policies,
      starts,
      reaches,
      fc.integer({ min: 1, max: 500 }),
      (policy, start, reached, every) => {
        const taken = lived(policy, start, reached, every);
        const names = taken.map(({ round, step }) => `${round}.${step}`);
        expect(new Set(names).size).toBe(names.length);
        expect(names).toHaveLength(policy.rounds * policy.steps.length);
        expect(taken.map(({ round }) => round)).toEqual(taken.map(({ round }) => round).toSorted());
      },
    ),
  );
});

test('no step that can wait is taken at night, and none before its minutes unless the one before reached nobody', () => {
  fc.assert(
    fc.property(
      policies,
      starts,
      reaches,
      fc.integer({ min: 1, max: 500 }),
      (policy, start, reached, every) => {
        const taken = lived(policy, start, reached, every);
        for (const { round, step, at } of taken) {
          const { atNight = 'wake', afterMinutes = 0 } = policy.steps[step] ?? {};
          const time = timeOf(at, zone);
          if (atNight === 'wait') expect(time >= '22:00' || time < '06:00').toBe(false);
          const before = taken.find((one) => one.round === round && one.step === step - 1);
          if (round > 1 || (before && before.reached === 0)) continue;
          expect(at.getTime() - start.getTime()).toBeGreaterThanOrEqual(afterMinutes * minuteMs);
        }
      },
    ),
  );
});

test('a round begins no sooner than its distance after the last step of the one before', () => {
  fc.assert(
    fc.property(policies, starts, reaches, (policy, start, reached) => {
      const taken = lived(policy, start, reached, 1);
      for (const { round, at } of taken.filter((one) => one.round > 1)) {
        const before = taken.filter((one) => one.round === round - 1).map((one) => one.at.getTime());
        expect(at.getTime() - Math.max(...before)).toBeGreaterThanOrEqual(
          policy.minutesBetweenRounds * minuteMs,
        );
      }
    }),
  );
});

test('nothing is due, and nothing to come, once somebody has taken it on', () => {
  fc.assert(
    fc.property(policies, starts, fc.integer({ min: 0, max: 10_000 }), (policy, start, minutes) => {
      const incident = { status: 'acknowledged' as const, handler: 'binh', escalatedFrom: start };
      const now = new Date(start.getTime() + minutes * minuteMs);
      expect(dueSteps(policy, incident, [], nights, now)).toEqual([]);
      expect(nextStepAt(policy, incident, [], nights, now)).toBeUndefined();
    }),
  );
});
