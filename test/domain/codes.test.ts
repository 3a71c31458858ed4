import { describe, expect, test } from 'vitest';
import { inviteCodeIn, printedInviteCode } from '#domain/invite-code.ts';
import { receiptCode } from '#domain/receipt-code.ts';

describe('invite codes', () => {
  test.each([
    ['ABCD-2345', 'ABCD2345'],
    [' abcd 2345 ', 'ABCD2345'],
    ['ABCD2345', 'ABCD2345'],
    ['ABCD-234', undefined],
    ['ABCD-234O', undefined],
    ['xin chào', undefined],
  ])('%s', (typed, code) => {
    expect(inviteCodeIn(typed)).toBe(code);
  });

  test('are printed in two groups', () => {
    expect(printedInviteCode('ABCD2345')).toBe('ABCD-2345');
  });
});

describe('the mã tiếp nhận', () => {
  test('is year, month and 40 bits of the submission’s id, and differs for ids made one after the other', () => {
    expect(receiptCode('01a1fc40-2d87-734f-a30e-000000000000', '2026-12-07')).toBe('2612-0000-0000');
    expect(receiptCode('01a1fc40-2d87-734f-a30e-940000000021', '2027-01-31')).toBe('2701-0000-0011');
    expect(receiptCode('01a1fc40-2d87-734f-a30e-94ffffffffff', '2026-12-07')).toBe('2612-ZZZZ-ZZZZ');
  });
});
