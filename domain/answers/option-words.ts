import { negations } from '#domain/answers/lexicon.ts';
import { isNear } from '#domain/answers/near.ts';
import type { Labelled } from '#domain/answers/outcome.ts';
import { fold, spellings, words } from '#domain/vietnamese.ts';

/**
 * The options whose label holds all that was said, in its order: "đã khắc phục", "khắc phục rồi". Not one that says how
 * far a thing has got when the answer does not: "duyệt" is not "đang chờ duyệt".
 * @param isIdle words that say nothing here
 */
export function namedWithin(
  options: readonly Labelled[],
  folded: string,
  isIdle: (word: string) => boolean,
): string[] {
  const isNamed = namedIn(options);
  const said = doneFirst(words(folded), isNamed).filter((word) => isNamed(word) || !isIdle(word));
  if (said.join('').length < shortestName || !said.some((word) => !common.has(word))) return [];
  const found = keysOf(options, (label) => isWithin(said, label));
  return found.length > 1
    ? found
    : keysOf(options, (label) => isWithin(said, label) && saysHowFar(said, label));
}

/** The options whose label, or the beginning of it or of what follows a comma, is one slip of the thumb away; in short words a slip may be another word. */
export function nearlyNamed(
  options: readonly Labelled[],
  folded: string,
  isIdle: (word: string) => boolean,
): string[] {
  const isNamed = namedIn(options);
  const typed = words(folded).filter((word) => isNamed(word) || !isIdle(word));
  const joined = typed.join('');
  if (joined.length < shortestSlip || /\d/.test(joined)) return [];
  const denied = typed.filter((word) => negations.has(word)).length;
  const isMeant = (label: readonly string[]) =>
    label.some((_, at) => {
      const begun = label.slice(0, at + 1);
      const isSame = begun.filter((word) => negations.has(word)).length === denied;
      return isSame && saysHowFar(begun, label) && isNear(joined, begun.join(''));
    });
  const isAny = (label: string) => isMeant(words(label)) || label.split(/[,;(]/).map(words).some(isMeant);
  return options.filter(({ label }) => isAny(label.vi) || isAny(label.en)).map((option) => option.key);
}

function namedIn(options: readonly Labelled[]): (word: string) => boolean {
  const named = new Set(options.flatMap(({ label }) => [...words(label.vi), ...words(label.en)]));
  return (word) => named.has(word);
}

function keysOf(options: readonly Labelled[], fits: (label: readonly string[]) => boolean): string[] {
  return options
    .filter(({ label }) => fits(words(label.vi)) || fits(words(label.en)))
    .map((option) => option.key);
}

/** "Khắc phục rồi" is said for "đã khắc phục". */
function doneFirst(said: readonly string[], isNamed: (word: string) => boolean): string[] {
  if (said.includes('da')) return said.filter((word) => isNamed(word) || (word !== 'xong' && word !== 'roi'));
  if (said.at(-1) !== 'roi' || !isNamed('da')) return [...said];
  return ['da', ...said.slice(0, -1)];
}

function isWithin(said: readonly string[], label: readonly string[]): boolean {
  let from = 0;
  return said.every((word) => {
    const at = label.indexOf(word, from);
    const long =
      word.length >= shortestSlip ? label.findIndex((one, place) => place >= from && isNear(word, one)) : -1;
    const found = at >= 0 ? at : long;
    from = found + 1;
    return found >= 0;
  });
}

function saysHowFar(said: readonly string[], label: readonly string[]): boolean {
  const stages = label.filter((word) => howFar.has(word));
  return stages.length === 0 || stages.some((word) => said.includes(word));
}

/** A label that says that it is not so, or not yet. */
const howFar: ReadonlySet<string> = new Set(
  [...spellings('đang chờ sắp sẽ một phần'), ...negations].map(fold),
);
/** Words of nearly every label name none. */
const common: ReadonlySet<string> = new Set([
  'da',
  'co',
  'va',
  'cac',
  'cua',
  'duoc',
  'la',
  'do',
  'mot',
  'phan',
]);
const shortestName = 4;
/** Of shorter words one slip makes almost any other. */
const shortestSlip = 5;
