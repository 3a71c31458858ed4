import type { Question } from '#domain/directives/schema.ts';
import { asTyped } from '#domain/answers/as-typed.ts';
import { readFractionWords } from '#domain/answers/fraction-words.ts';
import { asking, courtesies, fillersOf, leads, negations, ownWordsOf } from '#domain/answers/lexicon.ts';
import { saysNone } from '#domain/answers/nothing.ts';
import { isMultiplier, isNumberWord, readNumberWords } from '#domain/answers/number-words.ts';
import { readFraction, readWhole } from '#domain/answers/numeral.ts';
import { withoutOpening } from '#domain/answers/openings.ts';
import type { Reading } from '#domain/answers/outcome.ts';
import { fold, spellings, tidy } from '#domain/vietnamese.ts';

/**
 * One number with only harmless words around it: "12", "có 12 hệ thống", "1.200", "mười hai", "12 (mười hai)", "10,5 %", "8 phẩy
 * 5". For an integer "không" and "chưa có" are 0; for a share of money they may mean that there is no plan, so they are not.
 */
export function readNumber(question: Question, typed: string): Reading {
  const said = saidOf(question, asTyped(typed));
  if (said === undefined) return misunderstood;
  if (question.type === 'integer' && saysNone(wordsOf(said), question)) return { kind: 'read', value: 0 };
  const tokens = withoutOpening(wordsOf(said), question)
    .map((text) => ({ kind: kindOf(text, question), text }))
    .filter((token) => !harmless.has(token.text));
  const figures = tokens.filter((token) => token.kind === 'figure');
  if (tokens.some((token) => token.kind === 'other') || figures.length > 1) return misunderstood;
  return figures.length === 1 ? readFigure(question, tokens) : readInWords(question, tokens);
}

interface Token {
  kind: 'figure' | 'minus' | 'word' | 'other';
  text: string;
}

/** Without the percent sign of a share, and without the same number once more in brackets; undefined where they differ. */
function saidOf(question: Question, text: string): string | undefined {
  // "Độ" alone makes a figure vague, "có mỗi" does not.
  const plain = text.replace(onlyOne, '$1 ').replace(level, ' ');
  const bare = question.type === 'percent' ? plain.replace(percentSign, ' % ').replace(shareOf, ' ') : plain;
  const [, figure = '', inWords] = /(\d[\d.,]*)\s*\(([\p{L}\s]+)\)/u.exec(bare) ?? [];
  const again = inWords === undefined ? undefined : readNumberWords(inWords.trim().split(' '));
  if (again !== undefined && again !== readWhole(figure)) return undefined;
  const once = tidy(again === undefined ? bare : bare.replace(/\([\p{L}\s]+\)/u, ' '));
  return question.type === 'integer' ? once : readFractionWords(once);
}

function wordsOf(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu) ?? [];
}

function kindOf(text: string, { type }: Question): Token['kind'] {
  if (text === '%' && type === 'percent') return 'word';
  if (/^\d/.test(text)) return 'figure';
  if (/^[-−–]$/.test(text) || minusWords.has(text)) return 'minus';
  return /^[\p{L}\p{M}]/u.test(text) ? 'word' : 'other';
}

function readFigure(question: Question, tokens: readonly Token[]): Reading {
  const at = tokens.findIndex((token) => token.kind === 'figure');
  if (tokens[at - 1]?.kind === 'minus') return { kind: 'negative' };
  const isFiller = fillersOf(question);
  const isHarmless = (word: string, place: number) =>
    !isMultiplier(word) &&
    !asking.has(word) &&
    (isFiller(word) || word === '%' || (place < at ? before : after).has(word));
  const spoilt = tokens.some(
    ({ kind, text }, place) => kind === 'word' && (negations.has(text) || !isHarmless(text, place)),
  );
  if (spoilt) return misunderstood;
  const text = tokens[at]?.text ?? '';
  const value = question.type === 'integer' ? readWhole(text) : readFraction(text);
  if (value === undefined) return misunderstood;
  return typeof value === 'number' ? { kind: 'read', value } : { kind: 'ambiguous', between: value.between };
}

function readInWords(question: Question, tokens: readonly Token[]): Reading {
  const typed = tokens.map((token) => token.text);
  const isFiller = fillersOf(question);
  const leading = (word: string) =>
    courtesies.has(word) || leads.has(word) || before.has(word) || isFiller(word);
  const start = typed.findIndex((word) => isNumberWord(word) || !leading(word));
  if (start < 0) return misunderstood;
  const negative = minusWords.has(typed[start] ?? '');
  const rest = typed.slice(negative ? start + 1 : start);
  const end = rest.findIndex((word) => !isNumberWord(word));
  const run = end < 0 ? rest : rest.slice(0, end);
  const value = readNumberWords(run);
  const isHarmless = (word: string) =>
    !negations.has(word) && !asking.has(word) && (isFiller(word) || word === '%' || after.has(word));
  if (value === undefined || !rest.slice(run.length).every(isHarmless)) return misunderstood;
  // "Trong năm" repeats the question; it counts nothing.
  if (start > 0 && run.every((word) => ownWordsOf(question).has(fold(word)))) return misunderstood;
  return negative ? { kind: 'negative' } : { kind: 'read', value };
}

const misunderstood: Reading = { kind: 'misunderstood' };
const percentSign = /%|phần trăm|phan tram/;
const onlyOne = /((?:^|\s)(?:có|co|được|duoc|chỉ|chi)) (?:mỗi|moi)(?= )/u;
const level = /(?<!\p{L})(?:cấp độ|cap do)(?!\p{L})/gu;
/** "Tỷ" alone is a thousand million. */
const shareOf = /t[ỷỉyi] l[ệe](?= |$)/u;
const minusWords: ReadonlySet<string> = new Set(['âm', 'am']);
const harmless: ReadonlySet<string> = new Set('.,!:;()"\'=…'.split(''));
/** What may stand on one side of a number and leaves it what it is; "mới 9" is not "9 mới". */
const before = spellings('chỉ mới đúng vẫn tất đạt hết cho rồi rùi xong');
const after = spellings('rồi rùi r xong hết thôi');
