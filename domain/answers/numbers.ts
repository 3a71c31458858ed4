import type { Question } from '#domain/directives/schema.ts';
import { fillersOf, negations } from '#domain/answers/lexicon.ts';
import { isNone } from '#domain/answers/number.ts';
import { readWhole } from '#domain/answers/numeral.ts';
import type { Reading } from '#domain/answers/outcome.ts';
import { tidy } from '#domain/vietnamese.ts';

/**
 * A group of whole numbers in one message, one for each part: "3 2 0 0 0", "3,2,0,0,0", "3-2-0-0-0", "3 2 k k k".
 * "Không" stands for none of any. Never fewer or more than there are parts: nobody knows which one was left out.
 */
export function readNumbers(question: Question, typed: string): Reading {
  const text = tidy(typed).replace(/[.!]+$/, '');
  const parts = question.parts ?? [];
  if (isNone(text.match(/[^\s,.!]+/g) ?? [], fillersOf(question))) {
    return { kind: 'read', value: parts.map(() => 0) };
  }
  if (/(^|[\s,;])[-−–]\d/.test(text)) return { kind: 'negative' };
  if (mixesThousands(text)) return { kind: 'misunderstood' };
  const numbers = piecesOf(text).map(wholeOf);
  if (!numbers.every((number) => number !== undefined) || numbers.length === 0)
    return { kind: 'misunderstood' };
  if (numbers.length !== parts.length) {
    return { kind: 'wrong-count', given: numbers.length, wanted: parts.length };
  }
  return { kind: 'read', value: numbers };
}

function piecesOf(text: string): string[] {
  const pieces = text.split(/[\s,;|/−–-]+/).filter((piece) => piece !== '');
  const [only] = pieces;
  const dotted = pieces.length === 1 && only !== undefined && readWhole(only) === undefined;
  return dotted ? only.split('.') : pieces;
}

function wholeOf(piece: string): number | undefined {
  return negations.has(piece) ? 0 : readWhole(piece);
}

/** "1,200 3": the comma separates either parts or thousands, and the space does one of them already. */
function mixesThousands(text: string): boolean {
  const spaced = text.split(' ').filter((piece) => piece !== '');
  return spaced.length > 1 && spaced.some((piece) => /^[1-9]\d{0,2}(,\d{3})+,?$/.test(piece));
}
