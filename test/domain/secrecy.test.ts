import { describe, expect, it } from 'vitest';
import { recogniseIncident } from '#domain/incident/recognise.ts';
import { findSecrecyMarking, redacted, redactSecret } from '#domain/secrecy.ts';
import { rows } from '#test/domain/secrecy.table.ts';

describe('secrecy markings', () => {
  it.each(rows)('"%s" → %s', (text, level) => {
    expect(findSecrecyMarking(text)?.level).toBe(level);
    expect(findSecrecyMarking(text.normalize('NFD'))?.level).toBe(level);
  });

  it('leave nothing of the text behind', () => {
    expect(redactSecret('máy chứa tài liệu mật về dự án X bị mã hóa')).toBe(redacted);
    expect(redactSecret('máy chủ bị mã hóa, mật khẩu vẫn vào được')).toBe(
      'máy chủ bị mã hóa, mật khẩu vẫn vào được',
    );
  });

  it('swallow no incident', () => {
    expect(recogniseIncident('máy chứa tài liệu mật bị mã hóa').kind).toBe('incident');
    expect(recogniseIncident('may chua tai lieu mat bi ma hoa').kind).toBe('incident');
    expect(recogniseIncident('mất usb chứa văn bản mật').kind).toBe('incident');
  });
});
