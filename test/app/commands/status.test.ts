import { beforeEach, expect, test } from 'vitest';
import { markReceived } from '#storage/queries/assignments.ts';
import { inTransaction } from '#storage/transaction.ts';
import { commandContext, resultOf, run, type TestContext } from '#test/app/commands/command-context.ts';

let context: TestContext;
beforeEach(async () => {
  context = await commandContext('2026-12-01T09:00:00+07:00');
  const unit = (row: number, code: string, kind: string) => ({
    row,
    code,
    name: `Đơn vị ${code}`,
    kind,
    parent: '',
    coordinator: '',
  });
  await resultOf(context, 'units-import', {
    rows: [unit(2, 'STC', 'sở'), unit(3, 'SYT', 'sở'), unit(4, 'VPUB', 'văn phòng')],
  });
});

async function receive(
  unit: string,
  duty: string,
  state: 'submitted' | 'filed',
  iso: string,
  onTime: boolean,
) {
  const { id } = await context.store.db
    .selectFrom('assignments')
    .innerJoin('units', 'units.id', 'assignments.unitId')
    .select('assignments.id')
    .where('units.code', '=', unit)
    .where('dutyId', '=', duty)
    .executeTakeFirstOrThrow();
  await inTransaction(context.store, (tx) => markReceived(tx, id, { state, at: new Date(iso), onTime }));
}

const row = (unit: string, duty: string, period: string) => ({ unit, name: `Đơn vị ${unit}`, duty, period });

test('everyone who owes the period is missing until something is received, also where no server has ever run', async () => {
  expect(await resultOf(context, 'status', { period: '2026-M12' })).toEqual({
    submitted: [],
    late: [],
    missing: [row('STC', 'monthly', '2026-M12'), row('SYT', 'monthly', '2026-M12')],
  });
  expect((await resultOf(context, 'status', { period: '2026' })).missing).toEqual([
    row('STC', 'annual-agency', '2026'),
    row('SYT', 'annual-agency', '2026'),
    row('VPUB', 'annual-agency', '2026'),
  ]);
});

test('a report is in time or late, sent by chat or on paper', async () => {
  await resultOf(context, 'status', { period: '2026-M12' });
  await receive('STC', 'monthly', 'filed', '2026-12-14T16:59:00Z', true);
  await receive('SYT', 'monthly', 'submitted', '2026-12-14T17:00:00Z', false);
  expect(await resultOf(context, 'status', { period: '2026-M12', duty: 'monthly' })).toEqual({
    submitted: [{ ...row('STC', 'monthly', '2026-M12'), at: '2026-12-14T23:59:00+07:00' }],
    late: [{ ...row('SYT', 'monthly', '2026-M12'), at: '2026-12-15T00:00:00+07:00' }],
    missing: [],
  });
});

test('a period that nobody has, and words that are none', async () => {
  expect(await resultOf(context, 'status', { period: '2031-M05' })).toEqual({
    submitted: [],
    late: [],
    missing: [],
  });
  expect(await run(context, 'status', { period: '2026-M13' })).toMatchObject({
    error: '“2026-M13” không phải tên một kỳ báo cáo. Viết 2026-M12, 2026-Q4, 2026-H1, 2026 hoặc once.',
  });
  expect(await run(context, 'status', { period: '2026-M12', duty: 'weekly' })).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^Không có nhiệm vụ “weekly”\. Chọn một trong: .*monthly/),
  });
});
