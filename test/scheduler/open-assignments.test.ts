import { beforeEach, expect, test } from 'vitest';
import { openDueAssignments } from '#scheduler/open-assignments.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

let story: Story;
beforeEach(async () => {
  story = await aProvince({ begins: '2026-12-01T08:00:00+07:00' });
});

/** Opens what is due at that time, as `unit duty period`. */
async function opens(iso: string): Promise<string[]> {
  const before = new Set((await allOpen()).map(({ id }) => id));
  const opened = await openDueAssignments(story, new Date(iso));
  const added = (await allOpen()).filter(({ id }) => !before.has(id));
  expect(opened).toBe(added.length);
  return added.map(({ code, dutyId, period }) => `${code} ${dutyId} ${period}`);
}

function allOpen() {
  return story.store.db
    .selectFrom('assignments')
    .innerJoin('units', 'units.id', 'assignments.unitId')
    .select(['assignments.id', 'units.code', 'dutyId', 'period'])
    .orderBy('units.code')
    .orderBy('dutyId')
    .orderBy('period')
    .execute();
}

const december = [
  'SKHCN annual-chair 2026',
  'SKHCN annual-province 2026',
  'SKHCN quarterly-province 2026-Q4',
  'STC annual-agency 2026',
  'STC monthly 2026-M12',
  'STC quarterly-agency 2026-Q4',
  'SYT annual-agency 2026',
  'SYT monthly 2026-M12',
  'SYT quarterly-agency 2026-Q4',
];

test('the first start opens what is due from that day on, and no arrears', async () => {
  expect(await opens('2026-12-01T08:00:00+07:00')).toEqual(december);
});

test('opening again opens nothing, and at an earlier time neither', async () => {
  await opens('2026-12-01T08:00:00+07:00');
  expect(await opens('2026-12-01T08:00:00+07:00')).toEqual([]);
  expect(await opens('2026-12-14T23:59:00+07:00')).toEqual([]);
  expect(await opens('2026-11-30T08:00:00+07:00')).toEqual([]);
});

test('the next windows begin on the day after the deadline', async () => {
  await opens('2026-12-14T23:59:00+07:00');
  expect(await opens('2026-12-15T00:00:00+07:00')).toEqual([
    'SKHCN annual-chair 2027',
    'SKHCN annual-province 2027',
    'SKHCN quarterly-province 2027-Q1',
    'STC annual-agency 2027',
    'STC monthly 2027-M01',
    'STC quarterly-agency 2027-Q1',
    'SYT annual-agency 2027',
    'SYT monthly 2027-M01',
    'SYT quarterly-agency 2027-Q1',
  ]);
});

test('a unit that joins owes what is due from its first day on', async () => {
  await opens('2026-12-01T08:00:00+07:00');
  story.clock.set('2026-12-14T16:00:00+07:00');
  await story.founds({ code: 'STP', name: 'Sở Tư pháp' });
  expect(await opens('2026-12-14T16:00:00+07:00')).toEqual([
    'STP annual-agency 2026',
    'STP monthly 2026-M12',
    'STP quarterly-agency 2026-Q4',
  ]);
  story.clock.set('2026-12-15T08:00:00+07:00');
  await story.founds({ code: 'SXD', name: 'Sở Xây dựng' });
  const added = await opens('2026-12-15T08:00:00+07:00');
  expect(added.filter((one) => one.startsWith('SXD'))).toEqual([
    'SXD annual-agency 2027',
    'SXD monthly 2027-M01',
    'SXD quarterly-agency 2027-Q1',
  ]);
});

test('a unit that has left owes nothing new', async () => {
  await story.store.db.updateTable('units').set({ leftOn: '2026-12-01' }).where('code', '=', 'SYT').execute();
  expect(await opens('2026-12-01T08:00:00+07:00')).toEqual(december.filter((one) => !one.startsWith('SYT')));
});

test('two processes that open at the same time open each once', async () => {
  const now = new Date('2026-12-01T08:00:00+07:00');
  await Promise.all([openDueAssignments(story, now), openDueAssignments(story, now)]);
  expect((await allOpen()).map(({ code, dutyId, period }) => `${code} ${dutyId} ${period}`)).toEqual(
    december,
  );
});
