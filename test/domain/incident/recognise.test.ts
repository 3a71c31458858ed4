import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseIncident, type Answering } from '#domain/incident/recognise.ts';
import { fold } from '#domain/vietnamese.ts';
import { utterances } from '#test/domain/incident/utterances.table.ts';

const kindOf = (text: string, answering?: Answering) =>
  recogniseIncident(text, answering ? { answering } : {}).kind;

describe('who reports an incident is understood', () => {
  it.each(utterances)('"%s" → %s', (text, expected, answering) => {
    expect(kindOf(text, answering)).toBe(expected);
  });

  it('has a table worth its name', () => {
    expect(utterances.length).toBeGreaterThanOrEqual(220);
    expect(new Set(utterances.map(([text, , answering]) => `${text}|${answering?.key}`)).size).toBe(
      utterances.length,
    );
  });

  it.each([
    ['sự cố', 'word'],
    ['sc khẩn', 'word'],
    ['báo sự cố cứu với', 'word'],
    ['sự cố: web bị hack', 'description'],
    ['máy chủ bị mã hóa hết rồi', 'description'],
    ['có sự cố, máy in hỏng', 'description'],
  ])('"%s" says so by its %s', (text, why) => {
    expect(recogniseIncident(text)).toEqual({ kind: 'incident', why });
  });
});

describe('however an incident is typed, it is never passed over', () => {
  const incident = fc.constantFrom(...utterances.filter(([, expected]) => expected === 'incident'));
  const isHeard = (text: string, answering?: Answering) => {
    expect(kindOf(text, answering)).not.toBe('none');
  };

  it('with words of courtesy before and after', () => {
    const before = fc.constantFrom(
      '',
      'dạ ',
      'Anh ơi ',
      'em chào anh, ',
      'a oi ',
      'Kính gửi anh/chị, ',
      'alo ',
      '‼️ ',
    );
    const after = fc.constantFrom(
      '',
      ' ạ',
      ' anh nhé',
      ' nha chị',
      ' 😭',
      '!!!',
      ' ...',
      ' giúp em với',
      ' a oi',
      ' nhé em cảm ơn',
    );
    fc.assert(
      fc.property(before, incident, after, (prefix, [text, , answering], suffix) => {
        isHeard(prefix + text + suffix, answering);
      }),
      { numRuns: 500 },
    );
  });

  it('in any Unicode form, in capitals, without diacritics, with odd spaces', () => {
    const typed = fc.constantFrom<(text: string) => string>(
      (text) => text.normalize('NFC'),
      (text) => text.normalize('NFD'),
      (text) => text.toUpperCase(),
      (text) => text.toUpperCase().normalize('NFD'),
      (text) => fold(text),
      (text) => text.replaceAll(' ', '   '),
      (text) => text.replaceAll(' ', '\u00A0'),
      (text) => `  ${text}\n`,
    );
    fc.assert(
      fc.property(incident, typed, ([text, , answering], as) => {
        isHeard(as(text), answering);
      }),
      { numRuns: 1000 },
    );
  });

  it('after a report that nothing happened', () => {
    const calm = fc.constantFrom(
      'không có sự cố nào. ',
      'chưa có gì, ',
      'báo cáo em nộp rồi; ',
      'Tháng này không phát sinh.\n',
    );
    fc.assert(
      fc.property(calm, incident, (first, [text]) => {
        isHeard(first + text);
      }),
      { numRuns: 500 },
    );
  });

  it('whatever is typed, something comes back, soon', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(['incident', 'doubt', 'none']).toContain(kindOf(text));
      }),
    );
    const started = performance.now();
    kindOf('qzwx máy chủ bị mã hóa hết rồi '.repeat(500));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
