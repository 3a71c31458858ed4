import { expect, test } from 'vitest';
import type { Cadence } from '#domain/directives/schema.ts';
import { trackSteps, withoutEarlySteps } from '#domain/tracked-steps.ts';
import { smallCatalogue } from '#test/domain/small-catalogue.ts';

const due = { directive: 'cv', duty: 'report', period: '2026-M12', newLastDay: null };

/** The steps that a reporter and a head get of a report due before 15/12/2026. */
function listed(cadence: Cadence, { thinned }: { thinned: boolean }) {
  const catalogue = smallCatalogue({
    report: { due: { recurrence: 'monthly', beforeDay: 15, source: 'text' }, cadence },
  });
  const [tracked] = trackSteps(catalogue, [due], new Map([['cv', '2026-01-01']]));
  if (!tracked) throw new Error('The report is not tracked.');
  const { reporter, head } = (thinned ? withoutEarlySteps(tracked) : tracked).steps;
  return { reporter: reporter.map(({ step }) => step), head: head.map(({ step }) => step) };
}

test('of a report the last two steps before it is due stay, and all that come later', () => {
  const cadence: Cadence = { rule: 'report', source: 'default' };
  expect(listed(cadence, { thinned: false }).reporter).toEqual([
    ...['base-5', 'base-2', 'base', 'base-afternoon'],
    ...['overdue-1', 'overdue-3', 'overdue-5'],
  ]);
  expect(listed(cadence, { thinned: true })).toEqual({
    reporter: ['base', 'base-afternoon', 'overdue-1', 'overdue-3', 'overdue-5'],
    // A head has only one before it is due.
    head: ['base-2', 'overdue-1', 'overdue-3', 'overdue-5'],
  });
});

test('of a milestone too', () => {
  expect(listed({ rule: 'milestone', source: 'default' }, { thinned: true }).reporter).toEqual([
    'before-5',
    'base',
  ]);
});

test('a directive that is off has no steps', () => {
  const catalogue = smallCatalogue({
    report: { due: { recurrence: 'monthly', beforeDay: 15, source: 'text' } },
  });
  expect(trackSteps({ ...catalogue, on: new Set() }, [due], new Map([['cv', '2026-01-01']]))).toEqual([]);
  expect(trackSteps(catalogue, [due], new Map())).toEqual([]);
});
