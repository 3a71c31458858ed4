import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { incidentKindsFile } from '#domain/incident/kinds-schema.ts';
import { suggestKind } from '#domain/incident/suggest-kind.ts';

const file = new URL('../../../domain/incident/kinds.yaml', import.meta.url);
const { kinds } = incidentKindsFile.parse(parse(readFileSync(file, 'utf8')));

describe('the kinds of incidents', () => {
  it('are those of the forms, in their order', () => {
    expect(kinds.map(({ key }) => key)).toEqual([
      'denial-of-service',
      'phishing',
      'malware',
      'intrusion',
      'defacement',
      'encryption',
      'sabotage',
      'espionage',
      'combined',
      'other',
    ]);
  });

  it('each say what to do in as many lines in both languages', () => {
    for (const { firstAid } of kinds) expect(firstAid.en).toHaveLength(firstAid.vi.length);
  });

  it.each([
    ['máy chủ bị mã hóa hết rồi', 'encryption'],
    ['mays chur bij max hoas', 'encryption'],
    ['file đổi đuôi .lockbit', 'encryption'],
    ['virus mã hóa hết file, đòi tiền', 'encryption'],
    ['không phải virus, bị mã hóa rồi', 'encryption'],
    ['web bị hack', 'intrusion'],
    ['có người lạ vào hệ thống', 'intrusion'],
    ['lộ mật khẩu thư công vụ', 'intrusion'],
    ['web bị hack đổi giao diện', 'defacement'],
    ['trang chủ hiện cờ bạc', 'defacement'],
    ['web bị ddos', 'denial-of-service'],
    ['bị tấn công từ chối dịch vụ', 'denial-of-service'],
    ['may em bi virus', 'malware'],
    ['bkav báo mã độc', 'malware'],
    ['kế toán bị lừa chuyển tiền', 'phishing'],
    ['em lỡ bấm vào link lạ', 'phishing'],
    ['dữ liệu công dân bị rao bán', 'espionage'],
    ['phần mềm gián điệp', 'espionage'],
    ['bị xóa sạch dữ liệu', 'sabotage'],
    ['sự cố', undefined],
    ['máy in hỏng', undefined],
  ])('"%s" → %s', (text, key) => {
    expect(suggestKind(text, kinds)).toBe(key);
  });
});
