import type { Question } from '#domain/directives/schema.ts';
import { asking, courtesies, fillersOf, negations } from '#domain/answers/lexicon.ts';
import { isNumberWord, readNumberWords } from '#domain/answers/number-words.ts';
import { readWhole } from '#domain/answers/numeral.ts';
import type { Reading } from '#domain/answers/outcome.ts';
import { partNamed } from '#domain/answers/part-names.ts';
import { fold, spellings, words } from '#domain/vietnamese.ts';

/**
 * A group of numbers by the names of its parts: "cấp 1: 3, cấp 2: 2, còn lại 0", "1 mã độc". Undefined where no part is named.
 * What is not named is 0 only where that is said, or where the named ones make up the whole `total`.
 */
export function readNamedParts(
  question: Question,
  text: string,
  total: number | undefined,
): Reading | undefined {
  const pieces = text.split(/\s*(?:[,;]|\s(?:và|va)\s)\s*/).filter((piece) => piece !== '');
  const read = pieces.map((piece) => tokensOf(question, piece));
  const isNamed = read.some((tokens) => tokens.some(({ kind }) => kind === 'part' || kind === 'rest'));
  if (!isNamed) return undefined;
  const found: Found = { parts: new Map(), inOrder: [], rest: undefined };
  const only = pieces.length === 1;
  if (!read.every((tokens) => take(tokens, found, only ? total : undefined))) return misunderstood;
  return inTheirOrder(question.parts?.length ?? 0, found, total);
}

type Token =
  | { kind: 'part'; at: number }
  | { kind: 'rest' | 'all' | 'unknown' }
  | { kind: 'number'; value: number };

interface Found {
  parts: Map<number, number>;
  /** Numbers before "còn lại" that name no part. */
  inOrder: number[];
  rest: number | undefined;
}

/** Whether one piece between commas makes sense: a part with its number or several of them, the rest with its number. */
function take(tokens: readonly Token[], found: Found, total: number | undefined): boolean {
  const bare = tokens.filter(({ kind }) => kind !== 'all');
  const numbers = bare.filter((token) => token.kind === 'number');
  if (bare.length > 2 && bare.at(-2)?.kind === 'rest') {
    return take(bare.slice(0, -2), found, undefined) && take(bare.slice(-2), found, undefined);
  }
  if (bare.some(({ kind }) => kind === 'unknown')) return false;
  if (bare.some(({ kind }) => kind === 'rest')) return takeRest(bare, found);
  if (numbers.length === bare.length) return found.inOrder.push(...numbers.map(({ value }) => value)) > 0;
  const isAll = bare.length < tokens.length;
  const [first] = bare;
  if (bare.length === 1 && first?.kind === 'part') {
    // "Mã độc" of one incident, "đều cấp 1".
    if (total === undefined || !(isAll || total === 1)) return false;
    return put(found, first.at, total);
  }
  return takePairs(bare, found);
}

function takeRest(bare: readonly Token[], found: Found): boolean {
  const number = bare.find((token) => token.kind === 'number');
  if (bare.length !== 2 || number === undefined || found.rest !== undefined) return false;
  found.rest = number.value;
  return true;
}

/** "Cấp 1 3 cấp 2 2" or "3 cấp 1 2 cấp 2": all names before their numbers, or all after. */
function takePairs(bare: readonly Token[], found: Found): boolean {
  if (bare.length % 2 !== 0) return false;
  for (let at = 0; at < bare.length; at += 2) {
    const pair = [bare[at], bare[at + 1]];
    const part = pair.find((token) => token?.kind === 'part');
    const number = pair.find((token) => token?.kind === 'number');
    if (!part || !number || pair[0]?.kind !== bare[0]?.kind) return false;
    if (!put(found, part.at, number.value)) return false;
  }
  return true;
}

function put(found: Found, at: number, value: number): boolean {
  if (found.parts.has(at)) return false;
  found.parts.set(at, value);
  return true;
}

function inTheirOrder(wanted: number, { parts, inOrder, rest }: Found, total: number | undefined): Reading {
  if (inOrder.length > 0 && (parts.size > 0 || rest === undefined)) return misunderstood;
  const given = new Map([...inOrder.entries(), ...parts]);
  const left = wanted - given.size;
  // "Còn lại 1" of three parts: nobody knows which one.
  if (left < 0 || (rest !== undefined && rest > 0 && left !== 1)) return misunderstood;
  const sum = [...given.values()].reduce((one, other) => one + other, 0);
  const isWhole = left === 0 || rest !== undefined || (total !== undefined && sum === total);
  if (!isWhole) return { kind: 'wrong-count', given: given.size, wanted };
  return { kind: 'read', value: Array.from({ length: wanted }, (_, at) => given.get(at) ?? rest ?? 0) };
}

function tokensOf(question: Question, piece: string): Token[] {
  const said = piece.match(/\d{1,3}(?:\.\d{3})+|\d+|[\p{L}\p{M}]+|[^\s]/gu) ?? [];
  const isFiller = fillersOf(question);
  const tokens: Token[] = [];
  for (let at = 0; at < said.length; ) {
    const next = tokenAt(question, said, at, isFiller);
    const last = tokens.at(-1);
    // "Mã hóa dữ liệu" for "Mã hóa phần mềm, dữ liệu": further words of the same label.
    const goesOn =
      next.token?.kind === 'unknown' && last?.kind === 'part' && isOfPart(question, last.at, said[at] ?? '');
    if (next.token && !goesOn) tokens.push(next.token);
    at += next.length;
  }
  return tokens;
}

function isOfPart({ parts = [] }: Question, at: number, word: string): boolean {
  return words(parts[at]?.label.vi ?? '').includes(fold(word));
}

/** The longest thing that begins there; `token` is absent for what says nothing. */
function tokenAt(
  question: Question,
  said: readonly string[],
  at: number,
  isFiller: (word: string) => boolean,
): { token?: Token; length: number } {
  const word = said[at] ?? '';
  const rest = remaining.find((phrase) => phrase.every((one, place) => one.has(said[at + place] ?? '')));
  if (rest) return { token: { kind: 'rest' }, length: rest.length };
  const part = partNamed(question.parts ?? [], said.slice(at), {
    isFirst: said.slice(0, at).every((one) => courtesies.has(one)),
  });
  if (part) {
    const { at: place, length } = part;
    return { token: place === undefined ? { kind: 'unknown' } : { kind: 'part', at: place }, length };
  }
  if (/^\d/.test(word)) {
    const value = readWhole(word);
    return { token: value === undefined ? { kind: 'unknown' } : { kind: 'number', value }, length: 1 };
  }
  if (negations.has(word)) return { token: { kind: 'number', value: 0 }, length: 1 };
  const end = said.findIndex((one, place) => place >= at && !isNumberWord(one));
  const run = said.slice(at, end < 0 ? said.length : end);
  const value = run.length > 0 ? readNumberWords(run) : undefined;
  if (value !== undefined) return { token: { kind: 'number', value }, length: run.length };
  if (everything.has(word)) return { token: { kind: 'all' }, length: 1 };
  return /^[:=.–-]$/.test(word) || (isFiller(word) && !asking.has(word)) || idle.has(word)
    ? { length: 1 }
    : { token: { kind: 'unknown' }, length: 1 };
}

const misunderstood: Reading = { kind: 'misunderstood' };
const remaining = ['các loại còn lại', 'các cấp còn lại', 'loại còn lại', 'cấp còn lại', 'còn lại'].map(
  (phrase) => phrase.split(' ').map(spellings),
);
const everything = spellings('tất cả đều toàn');
const idle = spellings('thì bộ loại thuộc');
