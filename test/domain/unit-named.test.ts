import { expect, test } from 'vitest';
import { unitNamed } from '#domain/unit-named.ts';

const units = [
  { code: 'STC', name: 'Sở Tài chính' },
  { code: 'SYT', name: 'Sở Y tế' },
  { code: 'XA1', name: 'Xã Đồng Hỷ' },
  { code: 'XA2', name: 'Xã Đồng Hỷ Thượng' },
];

test.each([
  { typed: 'xem báo cáo STC tháng 12', code: 'STC' },
  { typed: 'xem bc stc t12', code: 'STC' },
  { typed: 'xem báo cáo của sở y tế', code: 'SYT' },
  { typed: 'xem bao cao so tai chinh', code: 'STC' },
  { typed: 'xem báo cáo xã Đồng Hỷ Thượng', code: 'XA2' },
  { typed: 'xem báo cáo xã Đồng Hỷ', code: 'XA1' },
  { typed: 'xem báo cáo tháng 12', code: undefined },
  { typed: 'xem báo cáo STCX', code: undefined },
])('“$typed” names $code', ({ typed, code }) => {
  expect(unitNamed(typed, units)?.code).toBe(code);
});
