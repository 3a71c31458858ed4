import { describe, expect, test } from 'vitest';
import {
  type Deadline,
  deadlineOf,
  deadlinesIn,
  deadlinesOf,
  isOlderThanItsDocument,
  openWindows,
} from '#domain/deadline.ts';
import type { Duty } from '#domain/directives/schema.ts';
import { isoInstant } from '#domain/time.ts';
import { smallCatalogue } from '#test/domain/small-catalogue.ts';

const source = 'text';
const sinceDeadline: Duty['window'] = { rule: 'since-previous-deadline', source };

/** The duties that make December busy: each agency's three reports, the draft of one, and the province's two. */
const catalogue = smallCatalogue({
  monthly: {
    due: { recurrence: 'monthly', beforeDay: 15, source },
    from: { period: '2024-M05', source },
    window: sinceDeadline,
  },
  'quarterly-agency': {
    due: { recurrence: 'quarterly', beforeDay: 15, source },
    from: { period: '2024-Q2', source },
    window: sinceDeadline,
  },
  'quarterly-province': {
    due: { recurrence: 'quarterly', beforeDay: 20, source },
    from: { period: '2024-Q2', source },
    window: { rule: 'same-as', duty: 'cv/quarterly-agency', source },
  },
  'annual-agency': {
    due: { recurrence: 'yearly', before: '12-15', source },
    from: { period: '2024', source },
    window: sinceDeadline,
  },
  'annual-province': {
    due: { recurrence: 'yearly', before: '12-25', source },
    from: { period: '2024', source },
    window: { rule: 'same-as', duty: 'cv/annual-agency', source },
  },
  'annual-draft': {
    due: { recurrence: 'yearly-relative', workingDaysBefore: 5, of: 'cv/annual-agency', source },
    from: { period: '2024', source },
    window: { rule: 'same-as', duty: 'cv/annual-agency', source },
  },
});

/** `duty period: windowFrom – windowTo, lastDay`, as a person would list them. */
function listed(deadlines: (Deadline | undefined)[]): string[] {
  return deadlines.map((deadline) =>
    deadline
      ? `${deadline.duty} ${deadline.period}: ${deadline.windowFrom} – ${deadline.windowTo}, ${deadline.lastDay}${deadline.provisional ? '?' : ''}`
      : 'none',
  );
}

describe('the deadlines of a range', () => {
  test('all of December 2026', () => {
    expect(listed(deadlinesIn(catalogue, { from: '2026-12-01', to: '2026-12-31' }))).toEqual([
      'annual-draft 2026: 2025-12-15 – 2026-12-14, 2026-12-07',
      'monthly 2026-M12: 2026-11-15 – 2026-12-14, 2026-12-14',
      'quarterly-agency 2026-Q4: 2026-09-15 – 2026-12-14, 2026-12-14',
      'annual-agency 2026: 2025-12-15 – 2026-12-14, 2026-12-14',
      'quarterly-province 2026-Q4: 2026-09-15 – 2026-12-14, 2026-12-19',
      'annual-province 2026: 2025-12-15 – 2026-12-14, 2026-12-24',
    ]);
  });

  test('"trước ngày 15/12" is over when the 15th begins in Vietnam', () => {
    const [deadline] = deadlinesOf(
      catalogue,
      { directive: 'cv', duty: 'monthly' },
      { from: '2026-12-14', to: '2026-12-14' },
    );
    expect(deadline && isoInstant(deadline.dueBefore, 'Asia/Ho_Chi_Minh')).toBe('2026-12-15T00:00:00+07:00');
    expect(deadline?.dueBefore).toEqual(new Date('2026-12-14T17:00:00Z'));
  });

  test('a Sunday in the middle of nowhere and a Saturday in Tết stay where they are', () => {
    expect(listed(deadlinesIn(catalogue, { from: '2027-02-01', to: '2027-02-28' }))).toEqual([
      'monthly 2027-M02: 2027-01-15 – 2027-02-14, 2027-02-14',
    ]);
    expect(listed(deadlinesIn(catalogue, { from: '2026-02-01', to: '2026-02-28' }))).toEqual([
      'monthly 2026-M02: 2026-01-15 – 2026-02-14, 2026-02-14',
    ]);
  });

  test('the first report reaches back one interval, and there is none before it', () => {
    expect(listed(deadlinesIn(catalogue, { from: '2024-01-01', to: '2024-06-30' }))).toEqual([
      'monthly 2024-M05: 2024-04-15 – 2024-05-14, 2024-05-14',
      'monthly 2024-M06: 2024-05-15 – 2024-06-14, 2024-06-14',
      'quarterly-agency 2024-Q2: 2024-03-15 – 2024-06-14, 2024-06-14',
      'quarterly-province 2024-Q2: 2024-03-15 – 2024-06-14, 2024-06-19',
    ]);
  });

  test('a directive that is off has none in the range, but its deadlines can be looked up', () => {
    const off = { ...catalogue, on: new Set<string>() };
    expect(deadlinesIn(off, { from: '2026-12-01', to: '2026-12-31' })).toEqual([]);
    expect(deadlineOf(off, { directive: 'cv', duty: 'monthly' }, '2026-M12')?.lastDay).toBe('2026-12-14');
  });
});

describe('the deadline of a period', () => {
  const of = (duty: string, period: string) =>
    listed([deadlineOf(catalogue, { directive: 'cv', duty }, period)]);

  test('is found by its name', () => {
    expect(of('quarterly-agency', '2026-Q4')).toEqual([
      'quarterly-agency 2026-Q4: 2026-09-15 – 2026-12-14, 2026-12-14',
    ]);
  });

  test('is not there for another kind of period, one before the first, or a duty that nobody has', () => {
    expect(of('monthly', '2026-Q4')).toEqual(['none']);
    expect(of('monthly', '2024-M04')).toEqual(['none']);
    expect(of('monthly', 'once')).toEqual(['none']);
    expect(of('weekly', '2026-M12')).toEqual(['none']);
  });

  test('the draft is wanted five working days before the base of the report', () => {
    // 14/12/2024 is a Saturday and 14/12/2025 a Sunday: counted from the Friday before.
    expect(of('annual-draft', '2024')).toEqual(['annual-draft 2024: 2023-12-15 – 2024-12-14, 2024-12-06']);
    expect(of('annual-draft', '2025')).toEqual(['annual-draft 2025: 2024-12-15 – 2025-12-14, 2025-12-05']);
    expect(of('annual-draft', '2026')).toEqual(['annual-draft 2026: 2025-12-15 – 2026-12-14, 2026-12-07']);
  });
});

describe('a date that hangs on days off not decided yet', () => {
  test('is provisional when counted over one: twenty working days before 14/12/2026 pass 24/11', () => {
    const drafts = smallCatalogue({
      report: { due: { recurrence: 'yearly', before: '12-15', source } },
      draft: { due: { recurrence: 'yearly-relative', workingDaysBefore: 20, of: 'cv/report', source } },
    });
    expect(deadlineOf(drafts, { directive: 'cv', duty: 'draft' }, '2026')).toMatchObject({
      lastDay: '2026-11-13',
      provisional: true,
    });
  });

  test('the last working day before Tết is official for 2026 and provisional for 2027', () => {
    const roster = smallCatalogue({
      roster: { due: { recurrence: 'before-tet', source }, from: { period: '2025', source } },
    });
    expect(listed(deadlinesIn(roster, { from: '2024-01-01', to: '2027-12-31' }))).toEqual([
      'roster 2025: 2024-02-09 – 2025-01-27, 2025-01-27?',
      'roster 2026: 2025-01-28 – 2026-02-13, 2026-02-13',
      'roster 2027: 2026-02-14 – 2027-02-04, 2027-02-04?',
    ]);
  });

  test('a fixed date is not, although it falls on a provisional holiday', () => {
    const report = smallCatalogue({ report: { due: { recurrence: 'yearly', before: '09-03', source } } });
    expect(listed(deadlinesIn(report, { from: '2027-01-01', to: '2027-12-31' }))).toEqual([
      'report 2027: 2026-09-03 – 2027-09-02, 2027-09-02',
    ]);
  });
});

describe('other rules', () => {
  test('halves: before 1/7 and before 1/1 of the next year', () => {
    const halves = smallCatalogue({
      scan: { due: { recurrence: 'half-yearly', before: ['07-01', '01-01'], source } },
    });
    expect(listed(deadlinesIn(halves, { from: '2026-06-01', to: '2027-06-30' }))).toEqual([
      'scan 2026-H1: 2026-01-01 – 2026-06-30, 2026-06-30',
      'scan 2026-H2: 2026-07-01 – 2026-12-31, 2026-12-31',
      'scan 2027-H1: 2027-01-01 – 2027-06-30, 2027-06-30',
    ]);
  });

  test('only the first half, with its calendar window, where the yearly report takes the second in', () => {
    const halves = smallCatalogue({
      half: {
        due: { recurrence: 'half-yearly', before: ['07-01', '01-01'], halves: [1], source },
        window: { rule: 'calendar', source },
      },
      year: { due: { recurrence: 'yearly', before: '01-01', source }, window: { rule: 'calendar', source } },
    });
    expect(listed(deadlinesIn(halves, { from: '2026-06-01', to: '2027-06-30' }))).toEqual([
      'half 2026-H1: 2026-01-01 – 2026-06-30, 2026-06-30',
      'year 2026: 2026-01-01 – 2026-12-31, 2026-12-31',
      'half 2027-H1: 2027-01-01 – 2027-06-30, 2027-06-30',
    ]);
  });

  test('a half is named by the half it is for, also when it is due later', () => {
    const halves = smallCatalogue({
      half: { due: { recurrence: 'half-yearly', before: ['07-15', '01-15'], source } },
    });
    expect(listed(deadlinesIn(halves, { from: '2026-07-01', to: '2027-01-31' }))).toEqual([
      'half 2026-H1: 2026-01-15 – 2026-07-14, 2026-07-14',
      'half 2026-H2: 2026-07-15 – 2027-01-14, 2027-01-14',
    ]);
  });

  test('before the 1st belongs to the month, and the year, that ends', () => {
    const firsts = smallCatalogue({
      month: { due: { recurrence: 'monthly', beforeDay: 1, source } },
      year: { due: { recurrence: 'yearly', before: '01-01', source } },
    });
    expect(listed(deadlinesIn(firsts, { from: '2026-12-01', to: '2027-01-31' }))).toEqual([
      'month 2026-M12: 2026-12-01 – 2026-12-31, 2026-12-31',
      'year 2026: 2026-01-01 – 2026-12-31, 2026-12-31',
      'month 2027-M01: 2027-01-01 – 2027-01-31, 2027-01-31',
    ]);
  });

  test('a fixed yearly window: data from 15/12, sent before 20/12 (Nghị định 331/2026)', () => {
    const decree = smallCatalogue({
      report: {
        due: { recurrence: 'yearly', before: '12-20', source },
        window: { rule: 'yearly', from: '12-15', source },
      },
    });
    expect(listed(deadlinesIn(decree, { from: '2026-12-01', to: '2026-12-31' }))).toEqual([
      'report 2026: 2025-12-15 – 2026-12-14, 2026-12-19',
    ]);
  });

  test('once: from the date of the document, or from a day of its own, to the day before', () => {
    const once = smallCatalogue({
      first: { due: { recurrence: 'once', before: '2024-04-19', source } },
      other: {
        due: { recurrence: 'once', before: '2024-04-22', source },
        window: { rule: 'once', from: '2024-04-01', source },
      },
      levels: { due: { recurrence: 'once-within-month', month: '2024-09', source } },
      december: { due: { recurrence: 'once-within-month', month: '2024-12', source } },
    });
    const all = deadlinesIn(once, { from: '2024-01-01', to: '2030-12-31' });
    expect(listed(all)).toEqual([
      'first once: 2024-04-16 – 2024-04-18, 2024-04-18',
      'other once: 2024-04-01 – 2024-04-21, 2024-04-21',
      'levels once: 2024-04-16 – 2024-09-30, 2024-09-30',
      'december once: 2024-04-16 – 2024-12-31, 2024-12-31',
    ]);
    expect(all.map(({ dueBefore }) => isoInstant(dueBefore, once.zone))).toEqual([
      '2024-04-19T00:00:00+07:00',
      '2024-04-22T00:00:00+07:00',
      '2024-10-01T00:00:00+07:00',
      '2025-01-01T00:00:00+07:00',
    ]);
  });

  test('what is owed when something happens, or on each day of Tết, has no deadline', () => {
    const events = smallCatalogue({
      incident: { due: { recurrence: 'event', when: { vi: 'ngay', en: 'at once' }, source } },
      checkin: { due: { recurrence: 'tet-days', at: '08:00', source } },
    });
    expect(deadlinesIn(events, { from: '2015-01-01', to: '2030-12-31' })).toEqual([]);
    expect(deadlineOf(events, { directive: 'cv', duty: 'checkin' }, '2026')).toBeUndefined();
  });
});

describe('what is open', () => {
  const open = (day: string, trackFrom: string) =>
    openWindows(catalogue, { day, trackFrom }).map(({ duty, period }) => `${duty} ${period}`);

  test('opens on the first day of its data window', () => {
    expect(open('2026-11-14', '2026-11-14')).not.toContain('monthly 2026-M12');
    expect(open('2026-11-15', '2026-11-15')).toEqual([
      'annual-draft 2026',
      'monthly 2026-M12',
      'quarterly-agency 2026-Q4',
      'annual-agency 2026',
      'quarterly-province 2026-Q4',
      'annual-province 2026',
    ]);
  });

  test('keeps what is overdue since the unit joined, and nothing from before', () => {
    expect(open('2026-12-16', '2026-12-14')).toEqual([
      'monthly 2026-M12',
      'quarterly-agency 2026-Q4',
      'annual-agency 2026',
      'quarterly-province 2026-Q4',
      'annual-province 2026',
      'monthly 2027-M01',
      'quarterly-agency 2027-Q1',
      'quarterly-province 2027-Q1',
      'annual-draft 2027',
      'annual-agency 2027',
      'annual-province 2027',
    ]);
    expect(open('2026-12-16', '2026-12-15')).not.toContain('monthly 2026-M12');
  });

  test('a deadline older than its own document is listed, and never open', () => {
    const old = smallCatalogue(
      { contact: { due: { recurrence: 'once', before: '2022-10-31', source } } },
      { issued: '2022-11-09' },
    );
    const deadlines = deadlinesIn(old, { from: '2022-01-01', to: '2022-12-31' });
    expect(listed(deadlines)).toEqual(['contact once: 2022-10-30 – 2022-10-30, 2022-10-30']);
    expect(deadlines.map((deadline) => isOlderThanItsDocument(old, deadline))).toEqual([true]);
    expect(openWindows(old, { day: '2022-11-09', trackFrom: '2022-01-01' })).toEqual([]);
  });
});
