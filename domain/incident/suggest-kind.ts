import type { IncidentKind } from '#domain/incident/kinds-schema.ts';
import { phraseFinder, wordsOfLists } from '#domain/incident/language/phrases.ts';
import { readWords } from '#domain/incident/language/words.ts';

/**
 * The kind that a description tells by what people call it (`words` of the kinds): the one with the longest of its phrases
 * in it. Undefined where it tells none; "other" is nothing that anybody says.
 */
export function suggestKind(text: string, kinds: readonly IncidentKind[]): string | undefined {
  const lists = Object.fromEntries(kinds.map(({ key, words }) => [key, words.join(', ')]));
  const found = phraseFinder(lists)(readWords(text, wordsOfLists(lists)));
  const longest = found.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  return longest[0]?.list;
}
