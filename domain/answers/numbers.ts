import type { Question } from '#domain/directives/schema.ts';
import { asTyped } from '#domain/answers/as-typed.ts';
import { asking, fillersOf, negations } from '#domain/answers/lexicon.ts';
import { readNamedParts } from '#domain/answers/named-parts.ts';
import { saysNone } from '#domain/answers/nothing.ts';
import { isNumberWord, readNumberWords } from '#domain/answers/number-words.ts';
import { readWhole } from '#domain/answers/numeral.ts';
import type { AnswerContext, Reading } from '#domain/answers/outcome.ts';
import { withoutOpening } from '#domain/answers/openings.ts';
import { spellings } from '#domain/vietnamese.ts';

/**
 * A group of whole numbers in one message, one for each part: "3 2 0 0 0", "3,2,0,0,0", "3-2-0-0-0", "3 2 k k k", "ba hai
 * không không không"; or by the parts' names, "cấp 1: 3, cấp 2: 2, còn lại 0". "Không" stands for none of any. Never fewer
 * or more than there are parts: nobody knows which one was left out.
 */
export function readNumbers(question: Question, typed: string, context: AnswerContext): Reading {
  const text = asTyped(typed.replace(/\n/g, ' ; '))
    .replace(/[()[\]]/g, ' ')
    .replace(/[\s,;.]+$/, '');
  const parts = question.parts ?? [];
  if (saysNone(text.match(/[^\s,.!:]+|:/g) ?? [], question)) {
    return { kind: 'read', value: parts.map(() => 0) };
  }
  if (/(^|[\s,;:])[-−–]\d/.test(text)) return { kind: 'negative' };
  const named = readNamedParts(question, text, context.partsTotal);
  if (named) return named;
  if (mixesThousands(text)) return { kind: 'misunderstood' };
  const numbers = piecesOf(question, text).map(wholeOf);
  if (!numbers.every((number) => number !== undefined) || numbers.length === 0)
    return { kind: 'misunderstood' };
  if (numbers.length !== parts.length) {
    return { kind: 'wrong-count', given: numbers.length, wanted: parts.length };
  }
  return { kind: 'read', value: numbers };
}

/** Between separators; "hai mươi, một" is parted by its commas, "hai một" by its spaces. */
function piecesOf(question: Question, text: string): string[] {
  const bare = withoutCompany(question, text);
  const byComma = bare.split(/\s*[,;|/]\s*/).filter((piece) => piece !== '');
  if (byComma.length > 1 && byComma.every((piece) => inWords(piece) !== undefined)) return byComma;
  const pieces = bare.split(/[\s,;|/−–-]+/).filter((piece) => piece !== '');
  const [only] = pieces;
  const dotted = pieces.length === 1 && only !== undefined && readWhole(only) === undefined;
  return dotted ? only.split('.') : pieces;
}

/** Without harmless words before and after the numbers: "lần lượt là 3 2 0 0 0 hệ thống". */
function withoutCompany(question: Question, text: string): string {
  const isFiller = fillersOf(question);
  const said = withoutOpening(text.replace(/:/g, ' : ').trim().split(/\s+/), question);
  const counts = (word: string) => /[^\p{L}:]/u.test(word) || isZero(word) || isNumberWord(word);
  const isIdle = (word: string) =>
    word === ':' || inOrder.has(word) || (isFiller(word) && !counts(word) && !asking.has(word));
  const start = said.findIndex((word) => !isIdle(word));
  const end = said.findLastIndex((word) => !isIdle(word));
  return start < 0 ? '' : said.slice(start, end + 1).join(' ');
}

function wholeOf(piece: string): number | undefined {
  return isZero(piece) ? 0 : (inWords(piece) ?? readWhole(piece));
}

function inWords(piece: string): number | undefined {
  return isZero(piece) ? 0 : (readWhole(piece) ?? readNumberWords(piece.split(' ')));
}

/** "3 2 o o o": the letter for the figure. */
function isZero(piece: string): boolean {
  return negations.has(piece) || piece === 'o';
}

/** "1,200 3": the comma separates either parts or thousands, and the space does one of them already. */
function mixesThousands(text: string): boolean {
  const spaced = text.split(' ').filter((piece) => piece !== '');
  return spaced.length > 1 && spaced.some((piece) => /^[1-9]\d{0,2}(,\d{3})+,?$/.test(piece));
}

const inOrder = spellings('lần lượt theo thứ tự');
