/**
 * How everything typed on a phone is compared: NFC, lower case, single spaces, without diacritics.
 * `Đã  duyệt ` and `da duyet` are the same.
 */
export function fold(text: string): string {
  // Taking the marks off NFD leaves "đ", which has no decomposition.
  return tidy(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').normalize('NFC');
}

/** NFC, lower case, trimmed, single spaces, nothing invisible; diacritics stay. */
export function tidy(text: string): string {
  return text.replace(invisible, '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The folded words of a text; everything between letters and digits only separates them. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Each word as it may be typed: exactly as written here, or without any diacritics. "tram" is "trăm", but
 * "trạm" is not: who types the marks means them. `written` has spaces between its words; look `tidy` words up.
 */
export function spellings(written: string): ReadonlySet<string> {
  return new Set(written.split(/\s+/).flatMap((word) => [tidy(word), fold(word)]));
}

const invisible = /\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF/g;
