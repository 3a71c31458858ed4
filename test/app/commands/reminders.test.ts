import { describe, expect, test } from 'vitest';
import { listReminders, type ReminderRow } from '#app/commands/reminders.ts';
import type { Cadence } from '#domain/directives/schema.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { smallCatalogue } from '#test/domain/small-catalogue.ts';

/** `at role: duty step, …`, the period where it is not plain from the day. */
function listed(rows: ReminderRow[]): string[] {
  return rows.map(({ at, to, duties }) => {
    const what = duties.map(({ duty, period, step }) => `${duty} ${period} ${step}`).join(', ');
    return `${at.slice(0, 16)} ${to}: ${what}`;
  });
}

describe('an agency that sends nothing', () => {
  test('gets one reminder for its three reports in December 2026', () => {
    const all = (step: string) =>
      `monthly 2026-M12 ${step}, quarterly-agency 2026-Q4 ${step}, annual-agency 2026 ${step}`;
    expect(listed(listReminders(realCatalogue(), { from: '2026-12-01', to: '2026-12-31' }))).toEqual([
      `2026-12-07T08:30 reporter: ${all('base-5')}`,
      `2026-12-10T08:30 reporter: ${all('base-2')}`,
      `2026-12-10T08:30 head: ${all('base-2')}`,
      `2026-12-14T08:30 reporter: ${all('base')}`,
      `2026-12-14T14:30 reporter: ${all('base-afternoon')}`,
      `2026-12-15T08:30 reporter: ${all('overdue-1')}`,
      `2026-12-15T08:30 head: ${all('overdue-1')}`,
      `2026-12-17T08:30 reporter: ${all('overdue-3')}`,
      `2026-12-17T08:30 head: ${all('overdue-3')}`,
      `2026-12-21T08:30 reporter: ${all('overdue-5')}`,
      `2026-12-21T08:30 head: ${all('overdue-5')}`,
    ]);
  });

  test('is left in peace over Tết 2026', () => {
    expect(listed(listReminders(realCatalogue(), { from: '2026-02-01', to: '2026-02-28' }))).toEqual([
      '2026-02-06T08:30 reporter: monthly 2026-M02 base-5',
      '2026-02-11T08:30 reporter: monthly 2026-M02 base-2',
      '2026-02-11T08:30 head: monthly 2026-M02 base-2',
      '2026-02-13T08:30 reporter: monthly 2026-M02 base',
      '2026-02-13T14:30 reporter: monthly 2026-M02 base-afternoon',
      '2026-02-23T08:30 reporter: monthly 2026-M02 overdue-1',
      '2026-02-23T08:30 head: monthly 2026-M02 overdue-1',
      '2026-02-25T08:30 reporter: monthly 2026-M02 overdue-3',
      '2026-02-25T08:30 head: monthly 2026-M02 overdue-3',
      '2026-02-27T08:30 reporter: monthly 2026-M02 overdue-5',
      '2026-02-27T08:30 head: monthly 2026-M02 overdue-5',
    ]);
  });

  test('is asked for a report once, and for no milestone: April and September 2024', () => {
    expect(listed(listReminders(realCatalogue(), { from: '2024-04-01', to: '2024-04-30' }))).toEqual([
      '2024-04-17T08:30 reporter: first-agency once base',
      '2024-04-17T14:30 reporter: first-agency once base-afternoon',
      '2024-04-19T08:30 reporter: first-agency once overdue-1',
      '2024-04-19T08:30 head: first-agency once overdue-1',
      '2024-04-23T08:30 reporter: first-agency once overdue-3',
      '2024-04-23T08:30 head: first-agency once overdue-3',
      '2024-04-25T08:30 reporter: first-agency once overdue-5',
      '2024-04-25T08:30 head: first-agency once overdue-5',
    ]);
    const september = listReminders(realCatalogue(), { from: '2024-09-01', to: '2024-09-30' });
    const duties = september.flatMap((row) => row.duties.map(({ duty }) => duty));
    expect([...new Set(duties)].sort()).toEqual(['monthly', 'quarterly-agency']);
  });
});

test('a row has exactly these fields', () => {
  expect(listReminders(realCatalogue(), { from: '2026-11-13', to: '2026-11-13' })).toEqual([
    {
      at: '2026-11-13T08:30:00+07:00',
      slot: '08:30',
      duties: [{ directive: 'thai-nguyen-1880-2024', duty: 'monthly', period: '2026-M11', step: 'base' }],
      to: 'reporter',
    },
    {
      at: '2026-11-13T14:30:00+07:00',
      slot: '14:30',
      duties: [
        { directive: 'thai-nguyen-1880-2024', duty: 'monthly', period: '2026-M11', step: 'base-afternoon' },
      ],
      to: 'reporter',
    },
  ]);
});

test('what is overdue from last month joins what is new, and stands first', () => {
  const cadence: Cadence = {
    rule: 'custom',
    workingDaysBefore: [11],
    baseAfternoon: false,
    overdueWorkingDays: [11],
    source: 'default',
  };
  const catalogue = smallCatalogue({
    monthly: { due: { recurrence: 'monthly', beforeDay: 15, source: 'text' }, cadence },
    milestone: { kind: 'milestone', due: { recurrence: 'monthly', beforeDay: 15, source: 'text' } },
    province: {
      due: { recurrence: 'monthly', beforeDay: 15, source: 'text' },
      owedBy: { value: 'coordinator', source: 'text' },
    },
  });
  expect(listed(listReminders(catalogue, { from: '2026-09-29', to: '2026-09-29' }))).toEqual([
    '2026-09-29T08:30 reporter: monthly 2026-M09 overdue-11, monthly 2026-M10 base-11',
    '2026-09-29T08:30 head: monthly 2026-M09 overdue-11, monthly 2026-M10 base-11',
  ]);
});
