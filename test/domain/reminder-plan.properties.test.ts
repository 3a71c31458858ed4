import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '#domain/calendar/calendar.ts';
import {
  type DueReminder,
  nextReminderInstant,
  reminderDue,
  type ReminderState,
} from '#domain/reminder-plan.ts';
import { type ReminderStep, reminderSteps } from '#domain/reminder-steps.ts';
import { sendingHours } from '#domain/sending-hours.ts';
import { addDays, type Day, dayOf, type Instant, instantAt, timeOf } from '#domain/time.ts';
import { realCalendar } from '#test/domain/small-catalogue.ts';

const zone = 'Asia/Ho_Chi_Minh';
const anyLastDay = fc
  .date({ min: new Date('2015-04-01'), max: new Date('2030-11-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

interface Planned extends DueReminder {
  now: Instant;
}

/** What the scheduler keeps between two ticks. */
interface Story {
  calendar: Calendar;
  steps: readonly ReminderStep[];
  trackedSince: Instant;
  planned: Planned[];
  snoozedUntil?: Instant | undefined;
}

function storyOf(lastDay: Day): Story {
  return {
    calendar: realCalendar,
    steps: stepsOf(lastDay, realCalendar),
    trackedSince: momentNear(lastDay, 0),
    planned: [],
  };
}

function stepsOf(lastDay: Day, calendar: Calendar): ReminderStep[] {
  const windowFrom = addDays(lastDay, -29);
  return reminderSteps({ rule: 'report', source: 'default' }, { windowFrom, lastDay }, { calendar, zone });
}

function stateOf({ steps, trackedSince, planned, snoozedUntil }: Story): ReminderState {
  const remindedUpTo = Math.max(-1, ...planned.map(({ order }) => order));
  return { steps, remindedUpTo, snoozedUntil, trackedSince, hours: sendingHours };
}

function tick(story: Story, now: Instant): void {
  const decision = reminderDue(now, stateOf(story), { calendar: story.calendar, zone });
  if (decision.kind === 'none') return;
  story.planned.push({ ...decision.reminder, now });
  story.snoozedUntil = undefined;
}

/** Minutes after the start of the day that lies 25 days before the last day: everything happens in these 45 days. */
const allMinutes = 45 * 24 * 60;
const anyMoment = fc.integer({ min: 0, max: allMinutes });

function momentNear(lastDay: Day, minutes: number): Instant {
  return new Date(instantAt(addDays(lastDay, -25), '00:00', zone).getTime() + minutes * 60_000);
}

function expectWithinHours(story: Story, { now }: Planned): void {
  expect(story.calendar.isWorkingDay(dayOf(now, zone))).toBe(true);
  expect(timeOf(now, zone) >= '08:30' && timeOf(now, zone) < '18:00').toBe(true);
}

describe('planning reminders 2015–2030', () => {
  test('a clock that jumps back and forth plans nothing twice, and nothing at night or on a day off', () => {
    fc.assert(
      fc.property(anyLastDay, fc.array(anyMoment, { minLength: 1, maxLength: 60 }), (lastDay, moments) => {
        const story: Story = storyOf(lastDay);
        for (const moment of moments) {
          tick(story, momentNear(lastDay, moment));
          tick(story, momentNear(lastDay, moment));
        }
        const steps = story.planned.map(({ step }) => step);
        expect(new Set(steps).size).toBe(steps.length);
        for (const [index, planned] of story.planned.entries()) {
          expectWithinHours(story, planned);
          expect(planned.at <= planned.now).toBe(true);
          expect(planned.order).toBeGreaterThan(story.planned[index - 1]?.order ?? -1);
        }
      }),
    );
  });

  test('snoozing in between delays, repeats no step, and loses none that comes after', () => {
    const anySnooze = fc.record({ at: anyMoment, until: anyMoment });
    fc.assert(
      fc.property(anyLastDay, fc.array(anySnooze, { maxLength: 4 }), (lastDay, snoozes) => {
        const story: Story = storyOf(lastDay);
        for (let moment = 0; moment <= allMinutes; moment += 30) {
          for (const { at, until } of snoozes) {
            if (Math.floor(at / 30) * 30 === moment && until > at)
              story.snoozedUntil = momentNear(lastDay, until);
          }
          tick(story, momentNear(lastDay, moment));
        }
        const steps = story.planned.map(({ step }) => step).filter((step) => step !== 'snooze');
        expect(new Set(steps).size).toBe(steps.length);
        expect(story.planned.map(({ order }) => order)).toEqual(
          story.planned.map(({ order }) => order).sort((a, b) => a - b),
        );
        for (const planned of story.planned) expectWithinHours(story, planned);
        if (snoozes.length === 0) expect(steps).toHaveLength(7);
      }),
      { numRuns: 25 },
    );
  });

  test('a day off decided late moves what was not sent; what was stays sent, and the rest still comes', () => {
    fc.assert(
      fc.property(anyLastDay, fc.integer({ min: -12, max: 12 }), anyMoment, (lastDay, offset, decided) => {
        const off = addDays(lastDay, offset);
        const later: Calendar = {
          ...realCalendar,
          isWorkingDay: (day) => day !== off && realCalendar.isWorkingDay(day),
        };
        const story: Story = storyOf(lastDay);
        let sentBefore: Planned[] = [];
        for (let moment = 0; moment <= allMinutes; moment += 30) {
          if (story.calendar === realCalendar && moment >= decided) {
            sentBefore = [...story.planned];
            story.calendar = later;
            story.steps = stepsOf(lastDay, later);
          }
          tick(story, momentNear(lastDay, moment));
        }
        expect(story.planned.slice(0, sentBefore.length)).toEqual(sentBefore);
        const steps = story.planned.map(({ step }) => step);
        expect(new Set(steps).size).toBe(steps.length);
        for (const planned of story.planned.slice(sentBefore.length)) expectWithinHours(story, planned);
        expect(story.planned.at(-1)?.step).toBe('overdue-5');
      }),
      { numRuns: 25 },
    );
  });

  test('stopping at each next instant finds exactly what a tick each half hour finds', () => {
    fc.assert(
      fc.property(
        anyLastDay,
        fc.option(fc.record({ at: anyMoment, until: anyMoment })),
        (lastDay, snooze) => {
          const begin = momentNear(lastDay, Math.floor((snooze?.at ?? 0) / 30) * 30);
          const end = instantAt(addDays(lastDay, 25), '00:00', zone);
          const until = momentNear(lastDay, Math.ceil((snooze?.until ?? 0) / 30) * 30);
          const fresh = (): Story => ({
            ...storyOf(lastDay),
            snoozedUntil: snooze && until > begin ? until : undefined,
          });

          const ticking = fresh();
          for (let now = begin; now <= end; now = new Date(now.getTime() + 30 * 60_000)) tick(ticking, now);

          const stopping = fresh();
          tick(stopping, begin);
          for (let now: Instant | undefined = begin; now && now <= end; ) {
            now = nextReminderInstant(now, stateOf(stopping), { calendar: realCalendar, zone });
            const before = stopping.planned.length;
            if (now) tick(stopping, now);
            if (now) expect(stopping.planned.length).toBe(before + 1);
          }
          expect(stopping.planned).toEqual(ticking.planned);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('without an outage and a late decision everything comes at its own minute', () => {
    fc.assert(
      fc.property(anyLastDay, (lastDay) => {
        const story: Story = storyOf(lastDay);
        for (const { at } of story.steps) tick(story, at);
        expect(story.planned.map(({ step }) => step)).toEqual([
          'base-5',
          'base-2',
          'base',
          'base-afternoon',
          'overdue-1',
          'overdue-3',
          'overdue-5',
        ]);
        for (const { at, now } of story.planned) expect(now).toEqual(at);
      }),
    );
  });
});
