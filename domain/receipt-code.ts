import { partsOf, type Day } from '#domain/time.ts';

/** Digits and letters that cannot be mistaken for one another when read out. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The mã tiếp nhận of a submission: year and month of receipt, then 40 bits of its id (the random end of a UUID
 * version 7): `2612-7K3Q-9XDM`.
 */
export function receiptCode(submissionId: string, receivedOn: Day): string {
  const { year, month } = partsOf(receivedOn);
  let rest = BigInt(`0x${submissionId.replaceAll('-', '').slice(-10)}`);
  let code = '';
  for (let place = 0; place < 8; place++) {
    code = alphabet.charAt(Number(rest % 32n)) + code;
    rest /= 32n;
  }
  const yearAndMonth = `${String(year % 100).padStart(2, '0')}${String(month).padStart(2, '0')}`;
  return `${yearAndMonth}-${code.slice(0, 4)}-${code.slice(4)}`;
}
