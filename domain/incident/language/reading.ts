import { combinations, parts, type Combination, type Sign } from '#domain/incident/language/combinations.ts';
import { evidence } from '#domain/incident/language/evidence.ts';
import { overlap, phraseFinder, wordsOfLists, type Found } from '#domain/incident/language/phrases.ts';
import { distinctWords, ordinary, setting, type Setting } from '#domain/incident/language/setting.ts';
import { markedAs, readWords, type Word } from '#domain/incident/language/words.ts';

/** A message as the lexicon sees it. */
export interface Reading {
  words: readonly Word[];
  /** What speaks of an incident, together with what it is made of. */
  signs: readonly Found<Sign>[];
  /** What is said around it. */
  around: readonly Found<Setting>[];
}

export function read(text: string): Reading {
  const words = readWords(text, knownWords);
  const around = findAround(words);
  const harmless = around.filter(({ list }) => list === 'harmless');
  const signs = findSigns(words).filter((sign) => !harmless.some((phrase) => overlap(sign, phrase)));
  for (const combination of combinations) signs.push(...made(combination, signs));
  return { words, signs, around };
}

/** The words of the lexicon, which typos are mended to. */
const knownWords = wordsOfLists({ ...evidence, ...parts, ...setting, ordinary });
export const distinct: ReadonlySet<string> = new Set(distinctWords.trim().split(/\s+/).map(markedAs));

const findSigns = phraseFinder<Sign>({ ...evidence, ...parts }, distinct);
/** A mended slip may raise an alarm, but never deny one. */
const findAround = phraseFinder<Setting>(setting, distinct, { mending: false });

function made({ first, then, within, ordered, makes }: Combination, signs: readonly Found<Sign>[]) {
  const found: Found<Sign>[] = [];
  for (const one of signs) {
    if (one.list !== first) continue;
    for (const other of signs) {
      if (other.list !== then || overlap(one, other)) continue;
      const between = one.to <= other.from ? other.from - one.to : one.from - other.to;
      if (between > within || (ordered && other.from < one.to)) continue;
      found.push({ list: makes, from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) });
    }
  }
  return found;
}
