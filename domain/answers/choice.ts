import type { Question } from '#domain/directives/schema.ts';
import { asTyped } from '#domain/answers/as-typed.ts';
import { courtesies, leads, negations, ownWordsOf } from '#domain/answers/lexicon.ts';
import { readNumberWords } from '#domain/answers/number-words.ts';
import { namedWithin, nearlyNamed } from '#domain/answers/option-words.ts';
import type { Labelled, Reading } from '#domain/answers/outcome.ts';
import { fold, tidy } from '#domain/vietnamese.ts';

/**
 * One option: by its number in the list, its label, the beginning of it, or words that only it has; with or without
 * diacritics, with one typo in a longer word.
 */
export function readChoice(question: Question, typed: string): Reading {
  const found = matching(question, asTyped(typed));
  const [only] = found;
  if (only === undefined) return { kind: 'misunderstood' };
  return found.length > 1 ? { kind: 'ambiguous', between: found } : { kind: 'read', value: only };
}

/** Several options: "1 3", "1, 3", "máy chủ và mã độc", "tất cả". Kept in the options' order, each once. */
export function readChoices(question: Question, typed: string): Reading {
  const options = question.options ?? [];
  const keys = new Set<string>();
  for (const piece of piecesOf(question, lines(typed))) {
    const found = saysAll(piece, options.length) ? options.map((option) => option.key) : undefined;
    const reading = found ? undefined : readChoice(question, piece);
    if (reading && reading.kind !== 'read') return reading;
    for (const key of found ?? [String(reading?.value)]) keys.add(key);
  }
  if (keys.size === 0) return { kind: 'misunderstood' };
  return { kind: 'read', value: options.map((option) => option.key).filter((key) => keys.has(key)) };
}

function lines(typed: string): string {
  return asTyped(typed.replace(/\n/g, ';'));
}

/** "Tất cả", "cả 3" where there are three. */
function saysAll(piece: string, count: number): boolean {
  const folded = fold(withoutCourtesy(piece));
  if (/^(?:tat ca|toan bo|du ca|all)$/.test(folded)) return true;
  const [, few = ''] = /^(?:tat )?ca (\S+)$/.exec(folded) ?? [];
  return few !== '' && (Number(few) === count || readNumberWords([few]) === count);
}

/** A label may hold a comma or an "và" itself, so a piece is split only where it is no option as a whole. */
function piecesOf(question: Question, typed: string): string[] {
  let pieces = [typed];
  for (const separator of [/[,;+&/]/, /\s(?:và|va|với|voi)\s/, /(?<=\d)\s+(?=\d)/]) {
    pieces = pieces.flatMap((piece) =>
      matching(question, piece).length > 0 ? [piece] : piece.split(separator),
    );
  }
  return pieces.filter((piece) => piece.trim() !== '');
}

/** The keys of all options that may be meant, the most exact way of naming one first and alone. */
function matching(question: Question, typed: string): string[] {
  const options = question.options ?? [];
  const text = withoutCourtesy(typed);
  const folded = fold(text);
  if (folded === '') return [];
  const exact = keysOf(options, (label) => fold(label) === folded);
  const [, number, rest = ''] = numbered.exec(folded) ?? [];
  const figure = number ?? inWords(text);
  if (figure !== undefined) {
    const chosen = options[Number(figure) - 1];
    const others = number === undefined ? byName(question, text, folded) : exact;
    if (rest === '') return [...new Set([...(chosen ? [chosen.key] : []), ...others])];
    // "2. Hoàn thành": a line that was copied counts only if both halves of it agree.
    const named = byName(question, rest, rest);
    return chosen && named.includes(chosen.key) ? [chosen.key] : [];
  }
  return byName(question, text, folded);
}

function byName(question: Question, text: string, folded: string): string[] {
  const options = question.options ?? [];
  const exact = keysOf(options, (label) => fold(label) === folded);
  if (exact.length > 0)
    return narrowed(
      exact,
      keysOf(options, (label) => tidy(label) === text),
    );
  if (folded.length < shortestBeginning) return [];
  const begun = keysOf(options, (label) => fold(label).startsWith(folded));
  if (begun.length > 0)
    return narrowed(
      begun,
      keysOf(options, (label) => tidy(label).startsWith(text)),
    );
  // "Tuân thủ à?" asks.
  if (/[^\p{L}\p{M}\p{N}\s,.:;()'"–-]/u.test(text)) return [];
  const own = ownWordsOf(question);
  const isIdle = (word: string) => own.has(word) || leads.has(word) || courtesies.has(word);
  const within = namedWithin(options, folded, isIdle);
  return within.length > 0 ? within : nearlyNamed(options, folded, isIdle);
}

function keysOf(options: readonly Labelled[], fits: (label: string) => boolean): string[] {
  return options.filter(({ label }) => fits(label.vi) || fits(label.en)).map((option) => option.key);
}

/** Labels that differ only in diacritics are told apart by them, where they were typed. */
function narrowed(found: string[], withMarks: string[]): string[] {
  return withMarks.length === 1 ? withMarks : found;
}

function inWords(text: string): string | undefined {
  const said = text.split(' ').filter((word) => !numberLeads.has(word));
  const value = said.length === 1 ? readNumberWords(said) : undefined;
  return value === undefined ? undefined : String(value);
}

function withoutCourtesy(typed: string): string {
  const said = tidy(typed)
    .replace(/[.!]+$/, '')
    .split(' ');
  const start = said.findIndex((word) => !courtesies.has(word));
  const end = said.findLastIndex((word) => !courtesies.has(word));
  const rest = said.slice(Math.max(start, 0), end + 1);
  const [denial] = rest;
  return rest.length === 1 && denial !== undefined && shortDenials.has(denial) ? 'không' : rest.join(' ');
}

/** "2", "2.", "(2)", "số 2", "chọn số 2"; then the rest of the line. Not "2,5", "2/3", "20%". */
const numbered =
  /^(?:(?:chon|so|muc|y|cau|phuong an|lua chon|thu|cai) )*\(?0?(\d{1,2})[.):]*(?:(?<=[.):])\s*|\s+-?\s*|$)(\D*)$/;
const numberLeads: ReadonlySet<string> = new Set(['số', 'so', 'chọn', 'chon', 'thứ', 'thu', 'cái', 'cai']);
/** One letter is no beginning: "k" is "không", not "khác". */
const shortestBeginning = 2;
const shortDenials: ReadonlySet<string> = new Set([...negations].filter((word) => /^k/.test(word)));
