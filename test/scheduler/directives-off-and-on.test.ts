import { expect, test } from 'vitest';
import { switchDirectives } from '#storage/queries/directives.ts';
import { inTransaction } from '#storage/transaction.ts';
import { aProvince } from '#test/kit/province.ts';
import { statesOf } from '#test/kit/report-rows.ts';

const monthly = 'thai-nguyen-1880-2024';
const yearly = 'dong-nai-2455-2024';

test('a directive that was off for a while asks for nothing of that time', async () => {
  const story = await aProvince();
  const startsWith = (on: string[], day: string) =>
    inTransaction(story.store, (tx) => switchDirectives(tx, on, day));
  await story.at('2026-12-01T08:30:00+07:00');
  await startsWith([yearly], '2026-12-10');
  await startsWith([monthly, yearly], '2027-03-01');
  await story.at('2027-03-01T08:30:00+07:00');
  const months = Object.keys(await statesOf(story, 'STC')).filter((report) => report.startsWith('monthly'));
  expect(months.sort()).toEqual(['monthly 2026-M12', 'monthly 2027-M03']);
});

test('a directive that stays on keeps the day on which it was switched on', async () => {
  const story = await aProvince();
  await inTransaction(story.store, (tx) => switchDirectives(tx, [monthly, yearly], '2027-03-01'));
  await story.at('2027-03-01T08:30:00+07:00');
  const months = Object.keys(await statesOf(story, 'STC')).filter((report) => report.startsWith('monthly'));
  expect(months).toHaveLength(4);
});
