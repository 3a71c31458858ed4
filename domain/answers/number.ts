import type { Question } from '#domain/directives/schema.ts';
import { courtesies, fillersOf, leads, negations } from '#domain/answers/lexicon.ts';
import { isMultiplier, isNumberWord, readNumberWords } from '#domain/answers/number-words.ts';
import { readFraction, readWhole } from '#domain/answers/numeral.ts';
import type { Reading } from '#domain/answers/outcome.ts';
import { tidy } from '#domain/vietnamese.ts';

/**
 * One number with only harmless words around it: "12", "có 12 hệ thống", "1.200", "mười hai", "10,5 %". For an integer
 * "không" and "chưa có" are 0; for a share of money they may mean that there is no plan, so they are not.
 */
export function readNumber(question: Question, typed: string): Reading {
  const tokens = tokensOf(question, typed);
  const figures = tokens.filter((token) => token.kind === 'figure');
  if (tokens.some((token) => token.kind === 'other') || figures.length > 1) return misunderstood;
  return figures.length === 1 ? readFigure(question, tokens) : readInWords(question, tokens);
}

interface Token {
  kind: 'figure' | 'minus' | 'word' | 'other';
  text: string;
}

function tokensOf(question: Question, typed: string): Token[] {
  const text = question.type === 'percent' ? tidy(typed).replace(percentSign, ' ') : tidy(typed);
  return [...text.matchAll(/\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu)]
    .map(([match]) => ({ kind: kindOf(match), text: match }))
    .filter((token) => !harmless.has(token.text));
}

function kindOf(match: string): Token['kind'] {
  if (/^\d/.test(match)) return 'figure';
  if (/^[-−–]$/.test(match) || minusWords.has(match)) return 'minus';
  return /^[\p{L}\p{M}]/u.test(match) ? 'word' : 'other';
}

function readFigure(question: Question, tokens: readonly Token[]): Reading {
  const at = tokens.findIndex((token) => token.kind === 'figure');
  if (tokens[at - 1]?.kind === 'minus') return { kind: 'negative' };
  const isFiller = fillersOf(question);
  const spoilt = tokens.some(
    ({ kind, text }) => kind === 'word' && (negations.has(text) || isMultiplier(text) || !isFiller(text)),
  );
  if (spoilt) return misunderstood;
  const text = tokens[at]?.text ?? '';
  const value = question.type === 'integer' ? readWhole(text) : readFraction(text);
  if (value === undefined) return misunderstood;
  return typeof value === 'number' ? { kind: 'read', value } : { kind: 'ambiguous', between: value.between };
}

/** Without figures the number must come first, or a word like "năm" deep in a sentence would be 5. */
function readInWords(question: Question, tokens: readonly Token[]): Reading {
  const typed = tokens.map((token) => token.text);
  const start = typed.findIndex((word) => !courtesies.has(word) && !leads.has(word));
  if (start < 0) return misunderstood;
  const negative = minusWords.has(typed[start] ?? '');
  const rest = typed.slice(negative ? start + 1 : start);
  const isFiller = fillersOf(question);
  if (question.type === 'integer' && !negative && isNone(typed, isFiller)) return { kind: 'read', value: 0 };
  const after = rest.findIndex((word) => !isNumberWord(word));
  const run = after < 0 ? rest : rest.slice(0, after);
  const value = readNumberWords(run);
  if (value === undefined || !rest.slice(run.length).every(isFiller)) return misunderstood;
  return negative ? { kind: 'negative' } : { kind: 'read', value };
}

/** "không", "dạ chưa có", "không phát sinh sự cố nào": one denial, first, and nothing else that matters. */
export function isNone(typed: readonly string[], isFiller: (word: string) => boolean): boolean {
  const [denial, ...rest] = typed.slice(typed.findIndex((word) => !courtesies.has(word)));
  return (
    denial !== undefined &&
    negations.has(denial) &&
    rest.every((word) => !negations.has(word) && isFiller(word))
  );
}

const misunderstood: Reading = { kind: 'misunderstood' };
const percentSign = /%|phần trăm|phan tram/;
const minusWords: ReadonlySet<string> = new Set(['âm', 'am']);
const harmless: ReadonlySet<string> = new Set('.,!:;()"\'=…'.split(''));
