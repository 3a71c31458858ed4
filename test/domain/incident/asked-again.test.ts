import { describe, expect, test } from 'vitest';
import { loadIncidentRules } from '#app/load-incident-rules.ts';
import { askAgainAt, escalatesAgain, type Handled } from '#domain/incident/asked-again.ts';
import { realCalendar } from '#test/domain/small-catalogue.ts';

const rules = loadIncidentRules(new Set());
const place = { calendar: realCalendar, zone: 'Asia/Ho_Chi_Minh' };

function asked(handled: Partial<Handled> & { updatedAt: Date }): string | undefined {
  const incident: Handled = {
    ...{ status: 'acknowledged', severity: 'severe', handler: 'binh', askedAgainAt: null },
    ...handled,
  };
  return askAgainAt(incident, rules, place)?.toISOString();
}

const at = (iso: string) => new Date(`${iso}:00+07:00`);

describe('when whoever handles an incident is asked how it stands', () => {
  test('severe: an hour after the last word, also at night', () => {
    expect(asked({ updatedAt: at('2026-12-12T02:10') })).toBe('2026-12-11T20:10:00.000Z');
  });

  test('and an hour after the last question', () => {
    const updatedAt = at('2026-12-12T02:10');
    expect(asked({ updatedAt, askedAgainAt: at('2026-12-12T03:12') })).toBe('2026-12-11T21:12:00.000Z');
  });

  test.each([
    ['in the morning of a Monday', '2026-12-07T08:00', '2026-12-07T05:00:00.000Z'],
    // 2:30 are left of Monday, 1:30 come on Tuesday.
    ['in its afternoon', '2026-12-07T15:00', '2026-12-08T02:00:00.000Z'],
    ['on its evening', '2026-12-07T20:00', '2026-12-08T04:30:00.000Z'],
    ['on a Saturday night', '2026-12-12T02:00', '2026-12-14T04:30:00.000Z'],
    // New Year's Day is off; the 2nd is a Saturday.
    ['before a holiday', '2026-12-31T16:00', '2027-01-04T03:00:00.000Z'],
  ])('ordinary: four hours of working time, %s', (_, updatedAt, next) => {
    expect(asked({ severity: 'ordinary', updatedAt: at(updatedAt) })).toBe(next);
  });

  test('what is contained waits like an ordinary one', () => {
    const updatedAt = at('2026-12-07T08:00');
    expect(asked({ status: 'contained', updatedAt })).toBe('2026-12-07T05:00:00.000Z');
  });

  test.each([
    ['nobody has it', { handler: null, status: 'new' as const }],
    ['nobody has it any more', { handler: null, status: 'in-progress' as const }],
    ['it is closed', { status: 'closed' as const }],
    ['it was none', { status: 'false-alarm' as const }],
  ])('never when %s', (_, handled) => {
    expect(asked({ ...handled, updatedAt: at('2026-12-12T02:10') })).toBeUndefined();
  });
});

test('after two questions in vain the escalation starts again, but not of what is contained', () => {
  expect(escalatesAgain({ status: 'in-progress' }, 1, rules)).toBe(false);
  expect(escalatesAgain({ status: 'in-progress' }, 2, rules)).toBe(true);
  expect(escalatesAgain({ status: 'contained' }, 5, rules)).toBe(false);
});
