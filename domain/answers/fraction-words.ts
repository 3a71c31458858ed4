import { isNumberWord, readNumberWords } from '#domain/answers/number-words.ts';
import { spellings } from '#domain/vietnamese.ts';

/**
 * A spoken fraction in figures: "8 phẩy 5", "tám phẩy năm" → "8,5"; "tám rưỡi" → "8,5". What is none stays as it is; undefined
 * where the words around "phẩy" make no number.
 */
export function readFractionWords(text: string): string | undefined {
  const said = text.split(' ');
  const at = said.findIndex((word) => comma.has(word) || half.has(word));
  if (at < 0) return text;
  const start = said.slice(0, at).findLastIndex((word) => !isPart(word)) + 1;
  const whole = wholeOf(said.slice(start, at));
  const isHalf = half.has(said[at] ?? '');
  const tail = isHalf ? [] : said.slice(at + 1);
  const end = tail.findIndex((word) => !isPart(word));
  const digits = isHalf ? '5' : digitsOf(end < 0 ? tail : tail.slice(0, end));
  // "Trăm rưỡi" is 150.
  if (whole === undefined || digits === undefined || (isHalf && whole > 99)) return undefined;
  const rest = isHalf ? said.slice(at + 1) : end < 0 ? [] : tail.slice(end);
  return [...said.slice(0, start), `${whole},${digits}`, ...rest].join(' ');
}

function isPart(word: string): boolean {
  return /^\d+$/.test(word) || isNumberWord(word);
}

function wholeOf(said: readonly string[]): number | undefined {
  const [only = ''] = said;
  if (said.length === 1 && /^\d+$/.test(only)) return Number(only);
  return said.length === 1 && none.has(only) ? 0 : readNumberWords(said);
}

/** "Năm" → 5, "không năm" → 05, "hai lăm" → 25. */
function digitsOf(said: readonly string[]): string | undefined {
  const [first = '', ...rest] = said;
  if (said.length === 1 && /^\d+$/.test(first)) return first;
  if (none.has(first)) return rest.length === 0 ? '0' : tailed('0', digitsOf(rest));
  const value = readNumberWords(said);
  return value === undefined || value > 99 ? undefined : String(value);
}

function tailed(head: string, tail: string | undefined): string | undefined {
  return tail === undefined ? undefined : head + tail;
}

const comma = spellings('phẩy phảy chấm');
const half = spellings('rưỡi rưởi');
const none = spellings('không');
