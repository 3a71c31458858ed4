import type { Labelled } from '#domain/answers/outcome.ts';
import { fold, words } from '#domain/vietnamese.ts';

/**
 * Which of the parts is named at the beginning of `said` (tidy words and figures): by its label, by words in a row that only
 * its label has, by what people call it; "cấp 2" or "c2" for "Cấp độ 2"; where nothing stands before it (`isFirst`), "2:" for
 * the second. `at` is undefined for a number that no part has ("cấp 6"); `length` in words.
 */
export function partNamed(
  parts: readonly Labelled[],
  said: readonly string[],
  { isFirst }: { isFirst: boolean },
): { at: number | undefined; length: number } | undefined {
  const folded = said.map(fold);
  const series = [seriesOf(parts, 'vi'), seriesOf(parts, 'en')].filter((one) => one !== undefined);
  const named =
    series.length > 0
      ? series.map((one) => numberedLabel(one, folded)).find((found) => found !== undefined)
      : byWords(parts, folded);
  return named ?? (isFirst ? byNumber(parts, folded) : undefined);
}

/** Labels that differ in their number alone: the words before it, and the numbers. */
interface Series {
  stem: readonly string[];
  numbers: readonly string[];
}

function seriesOf(parts: readonly Labelled[], language: 'vi' | 'en'): Series | undefined {
  const labels = parts.map(({ label }) => words(label[language]));
  const stem = labels[0]?.slice(0, -1) ?? [];
  const numbers = labels.map((label) => label.at(-1) ?? '');
  const isSeries = labels.every((label) => label.slice(0, -1).join(' ') === stem.join(' '));
  return isSeries && stem.length > 0 && numbers.every((number) => /^\d+$/.test(number))
    ? { stem, numbers }
    : undefined;
}

/** All the words before the number, the first of them, or their first letters: "cấp độ 2", "cấp 2", "cđ2", "c2". */
function numberedLabel({ stem, numbers }: Series, said: readonly string[]) {
  const initials = stem.map(([letter]) => letter).join('');
  for (const name of [stem, stem.slice(0, 1), [initials], [initials.slice(0, 1)]]) {
    if (!name.every((word, at) => word === said[at])) continue;
    const number = said[name.length]?.replace(/^0+(?=\d)/, '') ?? '';
    const at = numbers.indexOf(number);
    if (/^\d/.test(number)) return { at: at < 0 ? undefined : at, length: name.length + 1 };
  }
  return undefined;
}

/** The longest run of words that stands in one label only. */
function byWords(parts: readonly Labelled[], said: readonly string[]) {
  const labels = parts.map(({ label }) => [words(label.vi), words(label.en)]);
  for (let length = Math.min(said.length, longestName); length > 0; length -= 1) {
    const run = said.slice(0, length);
    const called = nicknames.get(run.join(' '));
    const asked = called ?? run.join(' ');
    const named = labels.flatMap((both, at) => (both.some((label) => hasRun(label, asked)) ? [at] : []));
    const [only] = named;
    if (only === undefined || named.length > 1) continue;
    const isLabel = labels[only]?.some((label) => label.join(' ') === asked) ?? false;
    const ends = labels[only]?.some((label) => label.length > 1 && label.at(-1) === asked) ?? false;
    if (length > 1 || called || isLabel || (ends && asked.length >= shortestWord))
      return { at: only, length };
  }
  return undefined;
}

function byNumber(parts: readonly Labelled[], [first = '', sign = '']: readonly string[]) {
  const at = Number(first) - 1;
  return /^[:=]$/.test(sign) && parts[at] ? { at, length: 2 } : undefined;
}

function hasRun(label: readonly string[], run: string): boolean {
  return ` ${label.join(' ')} `.includes(` ${run} `);
}

const longestName = 9;
/** A single word that a label ends with names it: "khác". */
const shortestWord = 4;
/** What people call a kind of incident; only where it stands in one label. */
const nicknames: ReadonlyMap<string, string> = new Map([
  ['ddos', 'tu choi dich vu'],
  ['dos', 'tu choi dich vu'],
  ['lua dao', 'gia mao'],
  ['phishing', 'gia mao'],
  ['virus', 'ma doc'],
  ['vi rut', 'ma doc'],
  ['malware', 'ma doc'],
  ['ransomware', 'ma hoa'],
  ['tong tien', 'ma hoa'],
  ['deface', 'thay doi giao dien'],
]);
