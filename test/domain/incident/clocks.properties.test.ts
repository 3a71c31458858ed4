import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockSteps, nextStepAt, stepDue } from '#domain/incident/clock-steps.ts';
import { clockedDuty, clocksOf } from '#domain/incident/clocks.ts';
import type { Impact } from '#domain/incident/incident.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { aDepartment, anIncident } from '#test/domain/incident/an-incident.ts';

const catalogue = realCatalogue();
const hour = 3_600_000;

const moment = fc.date({
  min: new Date('2026-08-20T00:00:00Z'),
  max: new Date('2030-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const known = fc.constantFrom('yes', 'no', 'unknown');
const impact: fc.Arbitrary<Impact> = fc.record({
  ...{ spreading: known, serviceDown: known, dataHarmed: known, personalData: known, beyondCapacity: known },
});

const incident = fc
  .record({
    detectedAt: moment,
    severity: fc.constantFrom('severe', 'ordinary'),
    impact,
    closedAfter: fc.option(fc.integer({ min: 0, max: 20 * 24 * hour })),
  })
  .map(({ closedAfter, detectedAt, ...rest }) =>
    anIncident({
      ...{ ...rest, detectedAt },
      ...(closedAfter === null
        ? {}
        : { status: 'closed' as const, closedAt: new Date(detectedAt.getTime() + closedAfter) }),
    }),
  );

test('a clock is due its limit after it started, whatever nights, weekends and holidays lie between', () => {
  fc.assert(
    fc.property(incident, (happened) => {
      for (const { startsAt, dueAt, ...ref } of clocksOf(catalogue, happened, aDepartment)) {
        const value = clockedDuty(catalogue, ref)?.clock.limit.value;
        const hours =
          value === undefined || value === 'at-once' ? 1 : 'hours' in value ? value.hours : value.days * 24;
        expect(dueAt.getTime() - startsAt.getTime()).toBe(hours * hour);
        const start = ref.duty === 'incident-closing' ? happened.closedAt : happened.detectedAt;
        expect(startsAt).toEqual(start);
      }
    }),
  );
});

test('the zone of the product does not move a clock', () => {
  fc.assert(
    fc.property(incident, (happened) => {
      const elsewhere = { ...catalogue, zone: 'Europe/Paris' };
      expect(clocksOf(elsewhere, happened, aDepartment)).toEqual(clocksOf(catalogue, happened, aDepartment));
    }),
  );
});

const clock = fc
  .record({ startsAt: moment, minutes: fc.integer({ min: 1, max: 10 * 24 * 60 }) })
  .map(({ startsAt, minutes }) => ({ startsAt, dueAt: new Date(startsAt.getTime() + minutes * 60_000) }));

test('steps lie after the start, each later than the one before, and end with the limit itself', () => {
  fc.assert(
    fc.property(clock, ({ startsAt, dueAt }) => {
      const instants = [startsAt, ...clockSteps({ startsAt, dueAt }).map(({ at }) => at)];
      for (const [index, at] of instants.entries()) {
        const next = instants[index + 1];
        if (next) expect(at.getTime()).toBeLessThan(next.getTime());
      }
      expect(clockSteps({ startsAt, dueAt }).at(-1)).toEqual({ step: 'missed', at: dueAt });
    }),
  );
});

test('however rarely one looks, no step is told twice, and the last of those passed is told', () => {
  const looks = fc.array(fc.integer({ min: 0, max: 12 * 24 * 60 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(clock, looks, ({ startsAt, dueAt }, minutes) => {
      let remindedAt: Date | null = null;
      for (const minute of minutes.sort((a, b) => a - b)) {
        const now = new Date(startsAt.getTime() + minute * 60_000);
        const due = stepDue({ startsAt, dueAt, remindedAt }, now);
        if (due) remindedAt = due.at;
        const next = nextStepAt({ startsAt, dueAt }, now);
        expect(remindedAt).toEqual(
          clockSteps({ startsAt, dueAt }).findLast(({ at }) => at <= now)?.at ?? null,
        );
        expect(next === undefined).toBe(now >= dueAt);
      }
    }),
  );
});
