import { describe, expect, it } from 'vitest';
import { fold, spellings, tidy, words } from '#domain/vietnamese.ts';

describe('text as it is typed on a phone', () => {
  it('is the same with and without diacritics, in NFC and in NFD, in any case', () => {
    expect(fold('Đã được PHÊ DUYỆT')).toBe('da duoc phe duyet');
    expect(fold('Đã được PHÊ DUYỆT'.normalize('NFD'))).toBe('da duoc phe duyet');
    expect(fold('đ Đ')).toBe('d d');
  });

  it('has single spaces and nothing invisible', () => {
    expect(fold('  hôm\u00A0 \n nay\u200B ')).toBe('hom nay');
    expect(tidy(' Hôm   Nay ')).toBe('hôm nay');
  });

  it('falls into words at whatever is no letter or digit', () => {
    expect(words('Hệ thống: 12, (đã duyệt)!')).toEqual(['he', 'thong', '12', 'da', 'duyet']);
    expect(words('…')).toEqual([]);
  });

  it('may leave the marks out but not put others in', () => {
    const hundred = spellings('trăm');
    expect(hundred.has('trăm')).toBe(true);
    expect(hundred.has('tram')).toBe(true);
    expect(hundred.has('trạm')).toBe(false);
  });
});
