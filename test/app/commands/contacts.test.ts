import { beforeEach, describe, expect, test } from 'vitest';
import { commandContext, resultOf, run, type TestContext } from '#test/app/commands/command-context.ts';

let context: TestContext;
beforeEach(async () => {
  context = await commandContext('2026-12-07T09:00:00+07:00');
});

describe('contacts', () => {
  const desk = { name: 'Trực sự cố', phone: '0900 000 001', public: true };
  const head = { name: 'Trưởng phòng', phone: '(0900) 000-002', public: false };

  beforeEach(async () => {
    await resultOf(context, 'contacts-add', { name: desk.name, phone: desk.phone, isPublic: true });
    await resultOf(context, 'contacts-add', { name: head.name, phone: head.phone, isPublic: false });
  });

  test('stand in the order in which they were added', async () => {
    expect(await resultOf(context, 'contacts-list', {})).toEqual([desk, head]);
  });

  test('the same number is not there twice, however it is written', async () => {
    expect(
      await run(context, 'contacts-add', { name: 'Khác', phone: '0900.000.001', isPublic: false }),
    ).toEqual({
      ok: false,
      error: 'Số 0900.000.001 đã có trong danh sách.',
    });
  });

  test('a number goes, however it is written', async () => {
    expect(await resultOf(context, 'contacts-remove', { phone: '0900000002' })).toEqual([desk]);
    expect(await run(context, 'contacts-remove', { phone: '0900000002' })).toMatchObject({ ok: false });
  });

  test.each(['abc', '12', ''])('“%s” is no number', async (phone) => {
    expect(await run(context, 'contacts-add', { name: 'x', phone, isPublic: false })).toMatchObject({
      ok: false,
    });
  });
});

describe('systems', () => {
  beforeEach(async () => {
    const row = { row: 2, coordinator: '', parent: '', kind: 'sở' };
    await resultOf(context, 'units-import', {
      rows: [
        { ...row, code: 'STC', name: 'Sở Tài chính' },
        { ...row, code: 'SYT', name: 'Sở Y tế' },
      ],
    });
  });

  test('are listed by unit, those of the highest level first', async () => {
    await resultOf(context, 'systems-add', { unit: 'stc', name: 'Trang thông tin' });
    await resultOf(context, 'systems-add', { unit: 'STC', name: 'Kế toán ngân sách', level: 3 });
    await resultOf(context, 'systems-add', { unit: 'SYT', name: 'Hồ sơ sức khỏe', level: 2 });
    expect(await resultOf(context, 'systems-list', {})).toEqual([
      { unit: 'STC', name: 'Kế toán ngân sách', level: 3 },
      { unit: 'STC', name: 'Trang thông tin', level: null },
      { unit: 'SYT', name: 'Hồ sơ sức khỏe', level: 2 },
    ]);
    expect(await resultOf(context, 'systems-list', { unit: 'SYT' })).toHaveLength(1);
  });

  test('the same name changes the level', async () => {
    await resultOf(context, 'systems-add', { unit: 'STC', name: 'Trang thông tin' });
    expect(
      await resultOf(context, 'systems-add', { unit: 'STC', name: 'trang thông tin', level: 2 }),
    ).toEqual([{ unit: 'STC', name: 'Trang thông tin', level: 2 }]);
  });

  test('of a unit that there is none are refused', async () => {
    expect(await run(context, 'systems-add', { unit: 'XYZ', name: 'x' })).toMatchObject({ ok: false });
    expect(await run(context, 'systems-list', { unit: 'XYZ' })).toMatchObject({ ok: false });
  });
});
