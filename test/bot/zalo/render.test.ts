import { describe, expect, test } from 'vitest';

import { renderForZalo } from '#bot/zalo/render.ts';
import type { Choice, OutgoingMessage } from '#domain/channel.ts';

const row = (...labels: string[]): Choice[] => labels.map((label) => ({ label, data: label }));
const nav = row('Quay lại', 'Dừng, giữ nháp');

describe('one message', () => {
  test.each<[string, OutgoingMessage, string]>([
    ['a text is a text', { text: 'Đã ghi: 12.' }, 'Đã ghi: 12.'],
    [
      'choices are numbered lines, in reading order',
      { text: 'Có sự cố không?', choices: [row('Có', 'Không'), nav] },
      `Có sự cố không?

1. Có
2. Không
3. Quay lại
4. Dừng, giữ nháp
Trả lời bằng số hoặc chữ.`,
    ],
    [
      'where numbers answer the question, choices have letters',
      { text: 'Bao nhiêu hệ thống?', choices: [row('Không có (0)'), nav], takesNumbers: true },
      `Bao nhiêu hệ thống?

K. Không có (0)
Q. Quay lại
D. Dừng, giữ nháp
Gõ câu trả lời, hoặc chữ cái ở đầu dòng để chọn.`,
    ],
    [
      'in English',
      { text: 'Any incidents?', choices: [row('Yes', 'No')], language: 'en' },
      'Any incidents?\n\n1. Yes\n2. No\nAnswer with a number or in words.',
    ],
    [
      'a question that takes numbers, without choices, needs no word more',
      { text: 'Bao nhiêu?', takesNumbers: true, choices: [] },
      'Bao nhiêu?',
    ],
    [
      'markup stays what it is; braces cannot be taken for any',
      { text: 'a *b* <i>c</i> {red}d{/red} }', choices: [row('{x}')] },
      'a *b* <i>c</i> (red)d(/red) )\n\n1. (x)\nTrả lời bằng số hoặc chữ.',
    ],
    [
      'a label is one line',
      { text: 'Chọn', choices: [row(' Lập\nbáo  cáo ')] },
      'Chọn\n\n1. Lập báo cáo\nTrả lời bằng số hoặc chữ.',
    ],
    ['composed letters, no half characters', { text: 'Nhă\u0301c \ud83d!' }, 'Nhắc \ufffd!'],
  ])('%s', (_, message, expected) => {
    expect(renderForZalo(message)).toEqual([expected]);
  });
});

describe('several messages', () => {
  const paragraph = (letter: string, length: number) => `${letter.repeat(length - 1)}.`;

  test('2000 characters are one, 2001 are two', () => {
    expect(renderForZalo({ text: 'ắ'.repeat(2000) })).toEqual(['ắ'.repeat(2000)]);
    expect(renderForZalo({ text: 'ắ'.repeat(2001) })).toEqual([
      `(1/2)\n${'ắ'.repeat(1992)}`,
      `(2/2)\n${'ắ'.repeat(9)}`,
    ]);
  });

  test('cut between paragraphs, and the choices go with the last', () => {
    const [a, b, c] = [paragraph('a', 900), paragraph('b', 900), paragraph('c', 900)];
    expect(renderForZalo({ text: [a, b, c].join('\n\n'), choices: [row('Có', 'Không')] })).toEqual([
      `(1/2)\n${a}\n\n${b}`,
      `(2/2)\n${c}\n\n1. Có\n2. Không\nTrả lời bằng số hoặc chữ.`,
    ]);
  });

  test('the question comes along when the choices do not fit any more', () => {
    const [a, b] = [paragraph('a', 1900), paragraph('b', 60)];
    expect(renderForZalo({ text: `${a}\n\n${b}`, choices: [row('Có', 'Không')] })).toEqual([
      `(1/2)\n${a}`,
      `(2/2)\n${b}\n\n1. Có\n2. Không\nTrả lời bằng số hoặc chữ.`,
    ]);
  });

  test('the choices alone, where there is no paragraph to come along', () => {
    const text = paragraph('a', 1990);
    expect(renderForZalo({ text, choices: [row('Có')] })).toEqual([
      `(1/2)\n${text}`,
      '(2/2)\n1. Có\nTrả lời bằng số hoặc chữ.',
    ]);
  });

  test('cut between lines where a paragraph is too long', () => {
    const lines = Array.from(
      { length: 60 },
      (_, at) => `• Xã ${at + 1}: tháng 11/2026, quý 4/2026, năm 2026`,
    );
    const parts = renderForZalo({ text: lines.join('\n') });
    expect(parts).toHaveLength(2);
    expect(parts.flatMap((part) => part.split('\n').slice(1))).toEqual(lines);
  });

  test('cut between sentences, then between words', () => {
    const sentence = `${'từ '.repeat(200).trim()}. `;
    const [first] = renderForZalo({ text: sentence.repeat(5) });
    expect(first?.endsWith('từ.')).toBe(true);
    const words = renderForZalo({ text: 'chưa '.repeat(800) });
    expect(words.every((part) => part.endsWith('chưa'))).toBe(true);
  });

  test('no scrap before a late seam', () => {
    const parts = renderForZalo({ text: `Ngắn.\n\n${'từ '.repeat(900)}` });
    expect(parts[0]?.length).toBeGreaterThan(1900);
  });

  test('never inside a character', () => {
    const family = '👨‍👩‍👧‍👦';
    const parts = renderForZalo({ text: family.repeat(400) });
    for (const part of parts) expect(part.replace(/^\(.*\)\n/, '').replaceAll(family, '')).toBe('');
  });

  test('so many choices that they need a message of their own are cut between lines', () => {
    const choices = Array.from({ length: 60 }, (_, at) =>
      row(`Lập báo cáo của Ủy ban nhân dân xã ${at + 1}`),
    );
    const parts = renderForZalo({ text: 'Chọn', choices });
    expect(parts.length).toBe(2);
    const lines = parts.flatMap((part) => part.split('\n').slice(1)).filter((line) => /^\d/.test(line));
    expect(lines).toEqual(choices.map(([choice], at) => `${at + 1}. ${choice?.label}`));
  });
});
