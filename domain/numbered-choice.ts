import type { Choice } from '#domain/channel.ts';
import { courtesies } from '#domain/answers/lexicon.ts';
import { isNumberWord, readNumberWords } from '#domain/answers/number-words.ts';
import { choiceKeys, type KeyedChoice } from '#domain/choice-keys.ts';
import { fold, tidy, words } from '#domain/vietnamese.ts';

export type PickedChoice = { kind: 'chosen'; data: string } | { kind: 'none' };

/**
 * Which of the choices that were shown last is meant by a typed text: its number ("2", "số 2", "2. Không"), its label, or
 * the beginning of it, with or without diacritics. What could mean two of them means none.
 *
 * Where the question takes numbers itself (`takesNumbers`), the choices stand under letters. Then whatever is a number
 * ("2", "số 2", "hai", "5/12") is never a choice, only a letter or words are.
 */
export function pickChoice(
  choices: readonly (readonly Choice[])[],
  typed: string,
  { takesNumbers = false }: { takesNumbers?: boolean } = {},
): PickedChoice {
  const shown = choiceKeys(choices, { takesNumbers });
  for (const text of waysOfSaying(typed)) {
    const meant = takesNumbers ? byLetterOrLabel(shown, text) : byNumberOrLabel(shown, text);
    const data = new Set(meant.map(({ choice }) => choice.data));
    const [only] = data;
    if (only !== undefined) return data.size === 1 ? { kind: 'chosen', data: only } : { kind: 'none' };
  }
  return { kind: 'none' };
}

/** The text itself, then without what courtesy puts around it. NFKC: "②" and "２" are 2. */
function waysOfSaying(typed: string): Set<string> {
  const text = tidy(typed.normalize('NFKC'));
  const said = text.split(' ');
  const start = Math.max(
    0,
    said.findIndex((word) => !isCourtesy(word)),
  );
  const plain = said.slice(start, said.findLastIndex((word) => !isCourtesy(word)) + 1);
  const bare = plain.slice(plain.findIndex((word) => !pressing.has(word)));
  return new Set([text, plain.join(' '), bare.join(' ')]);
}

function byNumberOrLabel(shown: readonly KeyedChoice[], text: string): KeyedChoice[] {
  const [, number, rest = ''] = numbered.exec(fold(text)) ?? [];
  if (number !== undefined) {
    const named = shown.filter(({ key }) => key === String(Number(number)));
    // "2. Không": a line that was copied counts only if both halves of it agree.
    if (words(rest).length === 0) return named.length > 0 ? named : byLabel(shown, text);
    return [...named.filter((one) => isWhole(one, rest)), ...byLabel(shown, text)];
  }
  const inWords = readNumberWords(text.split(' ').filter((word) => !numberLeads.has(word)));
  return [...shown.filter(({ key }) => key === String(inWords)), ...byLabel(shown, text)];
}

function byLetterOrLabel(shown: readonly KeyedChoice[], text: string): KeyedChoice[] {
  const said = words(text);
  const [letter = '', ...rest] = said;
  const lettered = shown.filter(({ key }) => key.toLowerCase() === letter);
  if (rest.length === 0 && lettered.length > 0) return lettered;
  const copied = lettered.filter((one) => isWhole(one, rest.join(' ')));
  if (copied.length > 0) return copied;
  const isNumber = !/^\p{L}/u.test(letter) || tidy(text).split(' ').every(isNumberWord);
  return isNumber ? [] : byLabel(shown, text);
}

/** The whole label before a beginning, whole words before parts of one, and typed marks decide between equals. */
function byLabel(shown: readonly KeyedChoice[], text: string): KeyedChoice[] {
  const said = words(text);
  // "dạ" says only that somebody listens; without its mark it would begin "Đã gửi".
  if (said.every((word) => courtesies.has(word))) return [];
  const ways = [
    (one: KeyedChoice) => isWhole(one, text),
    (one: KeyedChoice) => startsWith(labelWords(one), said),
    // "lập b" is a beginning; a single piece of a word is not: "qua" is said for "bỏ qua", not for "Quay lại".
    (one: KeyedChoice) => said.length > 1 && labelWords(one).join(' ').startsWith(said.join(' ')),
  ];
  const found = ways.map((way) => shown.filter(way)).find((ones) => ones.length > 0) ?? [];
  const withMarks = found.filter(({ choice }) => plainly(choice.label).startsWith(plainly(text)));
  return withMarks.length === 1 ? withMarks : found;
}

function isWhole(one: KeyedChoice, text: string): boolean {
  const label = labelWords(one);
  return label.length > 0 && label.join(' ') === words(text).join(' ');
}

function labelWords({ choice }: KeyedChoice): string[] {
  return words(choice.label.normalize('NFKC'));
}

function startsWith(label: readonly string[], said: readonly string[]): boolean {
  return said.every((word, at) => label[at] === word);
}

/** Words with their marks, nothing between them. */
function plainly(text: string): string {
  return (tidy(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

function isCourtesy(word: string): boolean {
  return courtesies.has(word.replace(/[.,!]+$/, '')) || /^[.,!]+$/.test(word);
}

/** "2", "2.", "(2)", "#2", "số 2", "chọn số 2"; then the rest of the line. Not "2,5", "2/3", "-2", "20%", "thứ 2". */
const numbered =
  /^(?:(?:chon|bam|nhan|go|so|muc|y|phuong an|lua chon) )*[([#]?0?([1-9]\d?)(?:[)\].:,!]+(?!\d)|(?= -)|$)(.*)$/;
const numberLeads = new Set(['số', 'so']);
const pressing = new Set(['chọn', 'chon', 'bấm', 'bam', 'nhấn', 'nhan', 'ấn', 'an', 'chữ', 'chu']);
