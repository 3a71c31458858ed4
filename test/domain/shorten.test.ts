import { expect, test } from 'vitest';
import { shorten } from '#domain/shorten.ts';

test.each([
  { text: 'Sở Y tế', longest: 7, shown: 'Sở Y tế' },
  { text: 'Sở Tài chính', longest: 8, shown: 'Sở Tài…' },
  { text: 'tốt 👍👍', longest: 6, shown: 'tốt…' },
  { text: 'tốt 👍👍', longest: 7, shown: 'tốt 👍…' },
  { text: 'cha 👩‍👩‍👧 nhà', longest: 8, shown: 'cha…' },
  // The mark is a character of its own in NFD, and stays with its letter.
  { text: 'Sở'.normalize('NFD').repeat(3), longest: 6, shown: `${'Sở'.normalize('NFD')}S…` },
])('“$text” in $longest is “$shown”', ({ text, longest, shown }) => {
  expect(shorten(text, longest)).toBe(shown);
});
