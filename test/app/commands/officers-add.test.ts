import { beforeEach, describe, expect, test } from 'vitest';
import { inviteDigest } from '#handlers/join.ts';
import { redeemInvite } from '#storage/queries/invites.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { inTransaction } from '#storage/transaction.ts';
import { newInviteCode } from '#app/ids.ts';
import { inviteCodeIn } from '#domain/invite-code.ts';
import { commandContext, resultOf, run, type TestContext } from '#test/app/commands/command-context.ts';

let context: TestContext;
beforeEach(async () => {
  context = await commandContext('2026-12-01T09:00:00+07:00');
  const row = { row: 2, parent: '', coordinator: '' };
  await resultOf(context, 'units-import', {
    rows: [{ ...row, code: 'STC', name: 'Sở Tài chính', kind: 'sở' }],
  });
});

test('an officer comes with a position and an invite that opens once, for two weeks', async () => {
  const added = await resultOf(context, 'officers-add', {
    unit: 'stc',
    name: ' Nguyễn  Thị Hà',
    position: 'reporter',
  });
  expect(added.inviteCode).toBe('ABCD2345');
  expect(await findOfficer(context.store.db, added.officerId)).toMatchObject({
    name: 'Nguyễn Thị Hà',
    language: 'vi',
    positions: [{ kind: 'reporter', unit: { code: 'STC' } }],
  });
  const redeem = (iso: string) =>
    inTransaction(context.store, (tx) => redeemInvite(tx, inviteDigest('ABCD2345'), new Date(iso)));
  expect(await redeem('2026-12-15T09:00:00+07:00')).toEqual({ kind: 'expired' });
  expect(await redeem('2026-12-15T08:59:59+07:00')).toEqual({ kind: 'redeemed', officerId: added.officerId });
  expect(await redeem('2026-12-02T09:00:00+07:00')).toEqual({ kind: 'expired' });
});

describe('refused', () => {
  test.each([
    [
      'a unit that is not there',
      { unit: 'SYT', name: 'Hà', position: 'head' },
      /^Không có đơn vị nào mang mã “SYT”/,
    ],
    ['nobody', { unit: 'STC', name: '  ', position: 'head' }, /^Họ và tên cần có từ 1 đến 100 ký tự/],
    [
      'a coordinator where none is',
      { unit: 'STC', name: 'Hà', position: 'coordinator' },
      /^Sở Tài chính không phải đơn vị đầu mối/,
    ],
  ] as const)('%s', async (_what, options, reason) => {
    expect(await run(context, 'officers-add', options)).toEqual({
      ok: false,
      error: expect.stringMatching(reason),
    });
  });
});

test('codes are made of letters and digits that cannot be mistaken', () => {
  const codes = Array.from({ length: 50 }, () => newInviteCode());
  expect(codes.filter((code) => inviteCodeIn(code) !== code)).toEqual([]);
  expect(new Set(codes).size).toBe(50);
});
