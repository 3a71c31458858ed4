import { describe, expect, test } from 'vitest';
import type { Calendar } from '#domain/calendar/calendar.ts';
import { nextReminderInstant, reminderDue, type ReminderState } from '#domain/reminder-plan.ts';
import { reminderSteps } from '#domain/reminder-steps.ts';
import { sendingHours } from '#domain/sending-hours.ts';
import { type Day, isoInstant } from '#domain/time.ts';
import { realCalendar } from '#test/domain/small-catalogue.ts';

const zone = 'Asia/Ho_Chi_Minh';
const place = { calendar: realCalendar, zone };
const local = (time: string) => new Date(`${time}+07:00`);

/** A report due by Monday 14/12/2026: 7/12, 10/12, 14/12 twice, overdue on 15, 17 and 21/12. Orders 0 to 6. */
function december(state: Partial<ReminderState> = {}, calendar: Calendar = realCalendar): ReminderState {
  return {
    steps: reminderSteps(
      { rule: 'report', source: 'default' },
      { windowFrom: '2026-11-15', lastDay: '2026-12-14' },
      { calendar, zone },
    ),
    remindedUpTo: -1,
    trackedSince: local('2026-11-15T00:00'),
    hours: sendingHours,
    ...state,
  };
}

/** `step order`, or `none`. */
function due(now: string, state: ReminderState, calendar: Calendar = realCalendar): string {
  const decision = reminderDue(local(now), state, { calendar, zone });
  return decision.kind === 'due' ? `${decision.reminder.step} ${decision.reminder.order}` : 'none';
}

function next(after: string, state: ReminderState): string {
  const instant = nextReminderInstant(local(after), state, place);
  return instant ? isoInstant(instant, zone).slice(0, 16) : 'none';
}

function withDayOff(day: Day): Calendar {
  return { ...realCalendar, isWorkingDay: (other) => other !== day && realCalendar.isWorkingDay(other) };
}

describe('an ordinary December', () => {
  test('each step is due from its minute on, until it was planned', () => {
    expect(due('2026-12-07T08:29', december())).toBe('none');
    expect(due('2026-12-07T08:30', december())).toBe('base-5 0');
    expect(due('2026-12-07T08:31', december({ remindedUpTo: 0 }))).toBe('none');
    expect(due('2026-12-10T08:30', december({ remindedUpTo: 0 }))).toBe('base-2 1');
    expect(due('2026-12-14T08:30', december({ remindedUpTo: 1 }))).toBe('base 2');
    expect(due('2026-12-14T14:30', december({ remindedUpTo: 2 }))).toBe('base-afternoon 3');
    expect(due('2026-12-15T08:30', december({ remindedUpTo: 3 }))).toBe('overdue-1 4');
    expect(due('2026-12-21T08:30', december({ remindedUpTo: 5 }))).toBe('overdue-5 6');
    expect(due('2027-01-04T08:30', december({ remindedUpTo: 6 }))).toBe('none');
  });

  test('a clock set back does not repeat what was planned', () => {
    expect(due('2026-12-10T08:30', december({ remindedUpTo: 3 }))).toBe('none');
  });
});

describe('after an outage', () => {
  test('what was missed is one reminder, the latest', () => {
    expect(due('2026-12-14T10:00', december())).toBe('base 2');
    expect(due('2026-12-14T16:00', december({ remindedUpTo: 0 }))).toBe('base-afternoon 3');
    expect(due('2027-03-01T09:00', december())).toBe('overdue-5 6');
  });

  test('it goes out at once on a working day from 08:30 to 18:00, else on the next such morning', () => {
    expect(due('2026-12-10T17:59', december())).toBe('base-2 1');
    expect(due('2026-12-10T18:00', december())).toBe('none');
    expect(due('2026-12-11T07:45', december())).toBe('none');
    expect(due('2026-12-11T08:30', december())).toBe('base-2 1');
    expect(due('2026-12-12T09:00', december())).toBe('none');
    expect(due('2026-12-13T09:00', december())).toBe('none');
    expect(due('2026-12-14T08:30', december())).toBe('base 2');
  });

  test('hours that an administrator narrowed are kept', () => {
    const state = december({ hours: { from: '09:00', to: '11:00' } });
    expect(due('2026-12-07T08:30', state)).toBe('none');
    expect(due('2026-12-07T09:00', state)).toBe('base-5 0');
    expect(
      due('2026-12-14T14:30', december({ hours: { from: '09:00', to: '11:00' }, remindedUpTo: 2 })),
    ).toBe('none');
  });
});

describe('who came later', () => {
  test('is not reminded of steps from before', () => {
    const joined = december({ trackedSince: local('2026-12-10T10:00') });
    expect(due('2026-12-10T10:00', joined)).toBe('none');
    expect(due('2026-12-14T08:30', joined)).toBe('base 2');
  });

  test('an extension starts the cadence again from the new last day', () => {
    const extended = december({
      steps: reminderSteps(
        { rule: 'report', source: 'default' },
        { windowFrom: '2026-11-15', lastDay: '2026-12-18' },
        place,
      ),
      trackedSince: local('2026-12-15T10:00'),
    });
    expect(due('2026-12-15T10:00', extended)).toBe('none');
    expect(next('2026-12-15T10:00', extended)).toBe('2026-12-16T08:30');
    expect(due('2026-12-16T08:30', extended)).toBe('base-2 1');
  });
});

describe('"Nhắc lại sau"', () => {
  test('stands in for the steps before its instant, and is due itself', () => {
    // Reminded on 7/12, put off until Friday morning: nothing on Thursday.
    const snoozed = december({ remindedUpTo: 0, snoozedUntil: local('2026-12-11T08:30') });
    expect(due('2026-12-10T08:30', snoozed)).toBe('none');
    expect(due('2026-12-11T08:29', snoozed)).toBe('none');
    expect(due('2026-12-11T08:30', snoozed)).toBe('snooze 1');
    // Planned, so the snooze is gone and Thursday's step with it.
    expect(due('2026-12-11T08:31', december({ remindedUpTo: 1 }))).toBe('none');
    expect(due('2026-12-14T08:30', december({ remindedUpTo: 1 }))).toBe('base 2');
  });

  test('with no step before it leaves the next one alone', () => {
    const snoozed = december({ remindedUpTo: 1, snoozedUntil: local('2026-12-10T14:30') });
    expect(due('2026-12-10T14:30', snoozed)).toBe('snooze 1');
  });

  test('until the base is the base', () => {
    const snoozed = december({ remindedUpTo: 0, snoozedUntil: local('2026-12-14T08:30') });
    expect(due('2026-12-10T08:30', snoozed)).toBe('none');
    expect(due('2026-12-14T08:30', snoozed)).toBe('base 2');
  });

  test('missed in an outage, it becomes the latest step after it', () => {
    const snoozed = december({ remindedUpTo: 0, snoozedUntil: local('2026-12-11T08:30') });
    expect(due('2026-12-12T09:00', snoozed)).toBe('none');
    expect(due('2026-12-14T15:00', snoozed)).toBe('base-afternoon 3');
  });

  test('onto a day that was then given off waits for the next working morning', () => {
    const snoozed = december({ remindedUpTo: 1, snoozedUntil: local('2026-12-10T14:30') });
    expect(due('2026-12-10T14:30', snoozed, withDayOff('2026-12-10'))).toBe('none');
    expect(due('2026-12-11T08:30', snoozed, withDayOff('2026-12-10'))).toBe('snooze 1');
  });
});

describe('a day off decided late', () => {
  test('moves what was not planned yet, and repeats nothing', () => {
    // Decided after 7/12 that Friday 11/12 is off: "base - 2" comes a day earlier.
    const calendar = withDayOff('2026-12-11');
    const moved = december({ remindedUpTo: 0 }, calendar);
    expect(due('2026-12-09T08:29', moved, calendar)).toBe('none');
    expect(due('2026-12-09T08:30', moved, calendar)).toBe('base-2 1');
    expect(due('2026-12-10T08:30', december({ remindedUpTo: 1 }, calendar), calendar)).toBe('none');
  });

  test('makes up at once for a step that would have come already', () => {
    const calendar = withDayOff('2026-12-11');
    expect(due('2026-12-09T15:00', december({ remindedUpTo: 0 }, calendar), calendar)).toBe('base-2 1');
  });

  test('on the base itself moves it to the working day before', () => {
    const calendar = withDayOff('2026-12-14');
    expect(due('2026-12-11T08:30', december({ remindedUpTo: 1 }, calendar), calendar)).toBe('base 2');
    expect(due('2026-12-14T08:30', december({ remindedUpTo: 2 }, calendar), calendar)).toBe('none');
  });
});

describe('what falls due next', () => {
  test('is the next step, until none is left', () => {
    expect(next('2026-11-20T12:00', december())).toBe('2026-12-07T08:30');
    expect(next('2026-12-07T08:30', december({ remindedUpTo: 0 }))).toBe('2026-12-10T08:30');
    expect(next('2026-12-14T08:30', december({ remindedUpTo: 2 }))).toBe('2026-12-14T14:30');
    expect(next('2026-12-21T08:30', december({ remindedUpTo: 6 }))).toBe('none');
  });

  test('is the next morning for what was missed and may not go out now', () => {
    expect(next('2026-12-11T20:00', december())).toBe('2026-12-14T08:30');
    expect(next('2026-12-11T07:00', december())).toBe('2026-12-11T08:30');
  });

  test('counts what may go out now as done', () => {
    expect(next('2026-12-11T09:00', december())).toBe('2026-12-14T08:30');
  });

  test('is the snooze, not the step that it replaces', () => {
    expect(
      next('2026-12-09T09:00', december({ remindedUpTo: 0, snoozedUntil: local('2026-12-11T08:30') })),
    ).toBe('2026-12-11T08:30');
  });
});
