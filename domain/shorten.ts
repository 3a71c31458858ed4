/**
 * The text, or its beginning and "…" where it is longer than so many UTF-16 units. Never cut inside a character: half of
 * one is no text that JSON columns or platforms take.
 */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = characters.segment(text).containing(longest - 1)?.index ?? 0;
  return `${text.slice(0, end).trimEnd()}…`;
}

const characters = new Intl.Segmenter('vi', { granularity: 'grapheme' });
