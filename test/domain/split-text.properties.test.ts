import fc from 'fast-check';
import { expect, test } from 'vitest';

import { splitText } from '#domain/split-text.ts';

const texts = fc
  .array(
    fc.constantFrom('Kỳ', 'báo cáo', 'a', '14:30', '👨‍👩‍👧', 'x'.repeat(70), '.', ' ', '\n', '\n\n', '! '),
    {
      maxLength: 120,
    },
  )
  .map((pieces) => pieces.join('').trim());

const bare = (text: string) => text.replace(/\s+/g, '');

test('every part fits, is numbered, and together they are the text', () => {
  fc.assert(
    fc.property(texts, texts, fc.integer({ min: 40, max: 400 }), (text, ending, limit) => {
      const parts = splitText(text, ending, limit);
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit);
      if (parts.length === 1) {
        expect(bare(parts[0] ?? '')).toBe(bare(text + ending));
        return;
      }
      const marks = parts.map((part) => part.split('\n', 1)[0]);
      expect(marks).toEqual(parts.map((_, at) => `(${at + 1}/${parts.length})`));
      const rest = parts.map((part) => part.slice(part.indexOf('\n') + 1));
      expect(bare(rest.join(''))).toBe(bare(text + ending));
      for (const part of rest) expect(part.trim()).toBe(part);
    }),
  );
});
