import { spellings } from '#domain/vietnamese.ts';

/**
 * A whole number in words, up to 999 999: `['hai', 'mươi', 'mốt']` → 21. Undefined where the words make no number or
 * could make two: "một trăm năm" is said for 105 and for 150, "hai mươi năm" for 25 and for twenty years.
 */
export function readNumberWords(typed: readonly string[]): number | undefined {
  const thousand = typed.findIndex((word) => thousands.has(word));
  if (thousand < 0) return belowThousand(typed, 'alone');
  const high = belowThousand(typed.slice(0, thousand), 'alone');
  const rest = typed.slice(thousand + 1);
  const low = rest.length === 0 ? 0 : belowThousand(rest, 'after-thousand');
  return high && low !== undefined ? high * 1000 + low : undefined;
}

/** Whether a `tidy` word can be part of a number in words. */
export function isNumberWord(word: string): boolean {
  return (
    multipliers.some((list) => list.has(word)) ||
    [...units, zero, four, five, one].some((list) => list.has(word))
  );
}

/** Words that multiply what stands before them; after figures ("2 trăm") they are never just a word. */
export function isMultiplier(word: string): boolean {
  return multipliers.some((list) => list.has(word));
}

function belowThousand(typed: readonly string[], place: 'alone' | 'after-thousand'): number | undefined {
  const hundred = typed.findIndex((word) => hundreds.has(word));
  if (hundred < 0) return place === 'alone' ? belowHundred(typed) : afterGap(typed);
  if (hundred !== 1) return undefined;
  const digit = place === 'after-thousand' && zero.has(typed[0] ?? '') ? 0 : unitOf(typed[0]);
  const rest = typed.slice(2);
  const low = rest.length === 0 ? 0 : afterGap(rest);
  return digit === undefined || low === undefined ? undefined : digit * 100 + low;
}

/** What follows a hundred or a thousand: "linh năm", "mười hai", "năm mươi"; a lone "năm" could be five tens. */
function afterGap(typed: readonly string[]): number | undefined {
  if (gap.has(typed[0] ?? '')) return typed.length === 2 ? unitOf(typed[1]) : undefined;
  const value = belowHundred(typed);
  return value !== undefined && value >= 10 ? value : undefined;
}

function belowHundred(typed: readonly string[]): number | undefined {
  const [first, second, third] = typed;
  if (first === undefined || typed.length > 3) return undefined;
  if (typed.length === 1) return ten.has(first) ? 10 : unitOf(first);
  if (ten.has(first) && typed.length === 2) return sum(10, lastDigitOf(second));
  const digit = unitOf(first);
  if (digit === undefined || second === undefined) return undefined;
  if (typed.length === 2 && digit >= 2 && shortened.has(second)) return sum(digit * 10, lastDigitOf(second));
  if (!tens.has(second)) return undefined;
  if (third === undefined) return digit * 10;
  return tens20.has(second) && digit >= 2 ? sum(digit * 10, lastDigitOf(third)) : undefined;
}

/** The digit after "mười" or "mươi", where five is "lăm": "năm" there may be "năm" for years. */
function lastDigitOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (five.has(word)) return 5;
  if (four.has(word)) return 4;
  if (one.has(word)) return 1;
  const digit = unitOf(word);
  return digit === 5 ? undefined : digit;
}

function unitOf(word: string | undefined): number | undefined {
  const index = word === undefined ? -1 : units.findIndex((list) => list.has(word));
  return index < 0 ? undefined : index + 1;
}

function sum(tensValue: number, digit: number | undefined): number | undefined {
  return digit === undefined ? undefined : tensValue + digit;
}

const units = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy bẩy', 'tám', 'chín'].map(spellings);
const one = spellings('mốt');
const four = spellings('tư');
const five = spellings('lăm nhăm');
/** "Hai tư", "ba lăm": said after tens only. With their marks, or "ba lam" might be "ba làm". */
const shortened: ReadonlySet<string> = new Set(['mốt', 'tư', 'lăm', 'nhăm']);
const zero = spellings('không');
const ten = spellings('mười');
const tens20 = spellings('mươi');
const tens = spellings('mươi chục');
const hundreds = spellings('trăm');
const thousands = spellings('nghìn ngàn');
const gap = spellings('linh lẻ');
const multipliers = [ten, tens, hundreds, thousands, gap, spellings('triệu tỷ tỉ rưỡi tá vạn')];
