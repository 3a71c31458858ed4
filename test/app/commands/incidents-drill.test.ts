import { expect, test } from 'vitest';
import { commandContext, resultOf, run } from '#test/app/commands/command-context.ts';

test('a drill begins at a unit, and is told to those of a real incident', async () => {
  const context = await commandContext('2026-12-07T09:00:00+07:00');
  await resultOf(context, 'demo', {});
  const text = 'máy kế toán bị mã hóa';
  expect(await resultOf(context, 'incidents-drill', { unit: 'stc', text })).toEqual({
    number: 'DT-2026-0001',
    unit: 'STC',
    told: [
      { name: 'Hoàng Văn Nam', unit: 'Sở Tài chính' },
      { name: 'Trần Quốc Bình', unit: 'Sở Tài chính' },
    ],
  });
  expect(await resultOf(context, 'incidents-list', { open: true })).toMatchObject([
    { number: 'DT-2026-0001', drill: true, unit: 'STC', severity: 'severe' },
  ]);
  expect(await run(context, 'incidents-drill', { unit: 'XSD', text })).toMatchObject({ ok: false });
});
