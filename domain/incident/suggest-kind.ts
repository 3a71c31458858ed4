import type { IncidentKind } from '#domain/incident/kinds-schema.ts';
import { overlap, phraseFinder, type Found } from '#domain/incident/language/phrases.ts';
import { distinct, read } from '#domain/incident/language/reading.ts';
import { isDenied } from '#domain/incident/language/standing.ts';

/**
 * The key of the kind of which a description says most, in words: "máy chủ bị mã hóa, đòi tiền" is encryption. Undefined
 * where it names none, or two as much; what is denied ("không phải virus") does not count.
 */
export function suggestKind(
  text: string,
  kinds: readonly Pick<IncidentKind, 'key' | 'words'>[],
): string | undefined {
  const reading = read(text);
  const find = phraseFinder(
    Object.fromEntries(kinds.map(({ key, words }) => [key, words.join(',')])),
    distinct,
  );
  const said = find(reading.words).filter((phrase) => !isDenied(phrase, reading));
  const [most, next] = kinds
    .map(({ key }) => ({ key, score: coveredWords(said.filter(({ list }) => list === key)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return most && most.score !== next?.score ? most.key : undefined;
}

/** A word counts once, in the longest phrase that holds it. */
function coveredWords(phrases: readonly Found<string>[]): number {
  const counted: Found<string>[] = [];
  for (const phrase of [...phrases].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    if (!counted.some((other) => overlap(phrase, other))) counted.push(phrase);
  }
  return counted.reduce((sum, { from, to }) => sum + to - from, 0);
}
