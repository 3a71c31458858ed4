import { spellOut } from '#domain/incident/language/abbreviations.ts';
import { otherReadings, slipsOf, splitJoined } from '#domain/incident/language/typing.ts';
import { fold, tidy } from '#domain/vietnamese.ts';

/** One word of a message, as the lexicon is looked up with it. */
export interface Word {
  /** Folded: as it was typed, then as the keyboard may have spoilt it (Telex keys, drawled letters). */
  readings: readonly string[];
  /** Words of the lexicon that it is one slip of the thumb away from; it may still be another word. */
  guesses: readonly string[];
  /** Which marks it was typed with; the folded word itself if none (see `markedAs`). */
  marked: string;
  /** Counts up at each comma, stop or line break. */
  clause: number;
  /** Counts up at each stop or line break, not at a comma. */
  sentence: number;
}

/**
 * The words of a message: abbreviations written out, joined words taken apart, `aaaa` one a. `known` are all folded
 * words of the lexicon, which a typo is mended to. Only the first 400 words are read.
 */
export function readWords(text: string, known: ReadonlySet<string>): Word[] {
  const read: Word[] = [];
  let clause = 0;
  let sentence = 0;
  for (const [piece] of prepared(text).matchAll(wordOrStop)) {
    if (stop.test(piece)) {
      clause += 1;
      if (!withinSentence.test(piece)) sentence += 1;
    } else {
      for (const form of formsOf(piece, known)) read.push({ ...form, clause, sentence });
    }
    if (read.length >= longestRead) break;
  }
  return read.map((word, at) => (isCopula(word, read[at + 1]) ? { ...word, marked: markedAs('là') } : word));
}

/**
 * Marks of a word wherever they stand in it, so that "khoá" and "khóa" are the same: "khoa" and its marks in order.
 */
export function markedAs(word: string): string {
  const parts = tidy(word).normalize('NFD');
  const marks = [...parts.matchAll(/\p{M}/gu)].map(([mark]) => mark).sort();
  return parts.replace(/\p{M}/gu, '') + marks.join('');
}

/** Line breaks separate like a stop; a distress sign is a word. */
function prepared(text: string): string {
  const plainText = text.normalize('NFKC').replaceAll('\n', ' ; ').replaceAll('🆘', ' sos ');
  return tidy(plainText).replace(atInside, 'a');
}

/** "tai khoan la gi": without marks "là" looks like "lạ". */
function isCopula({ marked }: Word, next: Word | undefined): boolean {
  return marked === 'la' && next !== undefined && afterCopula.has(next.readings[0] ?? '');
}

type Form = Pick<Word, 'readings' | 'guesses' | 'marked'>;

function formsOf(typed: string, known: ReadonlySet<string>): Form[] {
  const drawn = withoutDrawling(typed);
  const spelled = spellOut(drawn);
  const [only = ''] = spelled;
  if (spelled.length > 1 || only !== fold(drawn)) return spelled.map(plain);
  const split = splitJoined(only, known);
  if (split) return split.map(plain);
  // "cứuuu" is "cứu", which without its drawl would be "cứ".
  const doubled = drawn === typed ? [] : [fold(typed).replace(drawl, '$1$1')];
  const readings = [only, ...doubled, ...otherReadings(only, known)];
  return [{ readings, guesses: slipsOf(only, known), marked: markedAs(drawn) }];
}

/** "cốooo" → cố: a letter that is drawn out is one, with the marks that it has first. */
function withoutDrawling(typed: string): string {
  if (!/(\p{L})\1{2}/u.test(fold(typed))) return typed;
  return [...typed]
    .filter((letter, at, all) => at === 0 || fold(letter) !== fold(all[at - 1] ?? ''))
    .join('');
}

function plain(word: string): Form {
  return { readings: [word], guesses: [], marked: word };
}

const wordOrStop = /[\p{L}\p{N}]+|[,;:!?…()–—]|\.(?=\s|$)/gu;
const stop = /^[^\p{L}\p{N}]/u;
const withinSentence = /[,()–—]/u;
const drawl = /(\p{L})\1{2,}/gu;
const atInside = /(?<=\p{L})@(?=\p{L})/gu;
const afterCopula: ReadonlySet<string> = new Set(
  'gi ai bao cua do vi so mot cac ten nhu sao the cai anh chi'.split(' '),
);
/** Nobody types more on a phone; a pasted document must not cost more. */
const longestRead = 400;
