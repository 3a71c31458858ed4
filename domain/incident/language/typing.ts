/**
 * Other readings of one word as it was typed, by a keyboard without an input method or a joker. None for a word that
 * is a syllable of the language or known as it stands.
 */
export function otherReadings(word: string, known: ReadonlySet<string>): string[] {
  if (known.has(word) || looksVietnamese(word)) return [];
  const readings = new Set([withoutTelexKeys(word), word.replace(/\d/g, ''), fromLookalikes(word)]);
  return [...readings].filter((reading) => reading !== '' && reading !== word);
}

/** The known words that one slip of the thumb makes of it; none for a word that may be meant as it stands. */
export function slipsOf(word: string, known: ReadonlySet<string>): string[] {
  if (word.length < shortestSlip - 1 || known.has(word) || looksVietnamese(word)) return [];
  const slips: string[] = [];
  for (const candidate of known) if (isOneSlip(word, candidate)) slips.push(candidate);
  return slips;
}

/** "suco" → su co, "bimahoa" → bi ma hoa: words typed without a space, each of them known. */
export function splitJoined(word: string, known: ReadonlySet<string>): string[] | undefined {
  if (word.length < shortestJoined || word.length > longestJoined) return undefined;
  if (known.has(word) || looksVietnamese(word)) return undefined;
  for (let length = word.length - 2; length >= 2; length -= 1) {
    const head = word.slice(0, length);
    if (!known.has(head)) continue;
    const tail = word.slice(length);
    const rest = known.has(tail) ? [tail] : splitJoined(tail, known);
    if (rest) return [head, ...rest];
  }
  return undefined;
}

/** A syllable as Vietnamese spells them, without marks. */
function looksVietnamese(word: string): boolean {
  return syllable.test(word);
}

const syllable =
  /^(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|ieu?|iu|oai?|oay|oeo?|oi|oo|uai|uay|ua|ueu?|ui|uoi|uou|uo|uu|uya|uye|uyu|uy|yeu?)(?:ch|c|m|nh|ng|n|p|t)?$/;

/** "suwj coos" is what comes of typing "sự cố" with the input method off. */
function withoutTelexKeys(word: string): string {
  return word
    .replace(/(?<=[aeiouyw])[sfrxj]/g, '')
    .replace(/w/g, '')
    .replace(/([aeod])\1/g, '$1');
}

function fromLookalikes(word: string): string {
  return word.replace(/[01345]/g, (digit) => lookalikes[digit] ?? digit);
}

const lookalikes: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's' };

/** One letter too many, too few, another one, or two neighbours swapped; the first letter is as it should be. */
function isOneSlip(typed: string, meant: string): boolean {
  const longer = typed.length - meant.length;
  if (meant.length < shortestSlip || Math.abs(longer) > 1 || typed[0] !== meant[0]) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const rest = typed.slice(at + 1);
  if (longer === 1) return rest === meant.slice(at);
  if (longer === -1) return typed.slice(at) === meant.slice(at + 1);
  const isSwap = typed[at] === meant[at + 1] && typed[at + 1] === meant[at];
  return rest === meant.slice(at + 1) || (isSwap && typed.slice(at + 2) === meant.slice(at + 2));
}

/** Of shorter words one slip makes almost any other. */
const shortestSlip = 4;
const shortestJoined = 4;
const longestJoined = 24;
