import type { Question } from '#domain/directives/schema.ts';
import { affirmations, courtesies, deeds, fillersOf, negations } from '#domain/answers/lexicon.ts';
import { tidy } from '#domain/vietnamese.ts';

/**
 * "có", "đã làm rồi ạ", "dạ chưa", "ko có". Undefined for anything with a yes and a no in it ("có không"), for a bare
 * "dạ", and where a word says more than yes or no ("có nhưng chưa đủ"). With a question, its own words may be
 * repeated: "đã sao lưu".
 */
export function readYesNo(typed: string, question?: Question): boolean | undefined {
  const typedWords = tidy(typed).match(/[\p{L}\p{M}]+|[^\s\p{L}\p{M}.,!]/gu) ?? [];
  const said = typedWords.filter((word) => !courtesies.has(word));
  const [first, ...rest] = said;
  if (first === undefined) return typedWords.some((word) => assents.has(word)) ? true : undefined;
  const isFiller = question ? fillersOf(question) : () => false;
  const plain = rest.every(
    (word) => !negations.has(word) && (affirmations.has(word) || deeds.has(word) || isFiller(word)),
  );
  if (!plain) return undefined;
  if (negations.has(first) || first === 'sai') return false;
  return affirmations.has(first) ? true : undefined;
}

/** Courtesies that are a yes when nothing else is said. */
const assents: ReadonlySet<string> = new Set(['vâng', 'vang']);
