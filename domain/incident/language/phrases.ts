import { markedAs, type Word } from '#domain/incident/language/words.ts';
import { fold } from '#domain/vietnamese.ts';

/** A list's phrase in a message, from its first word to the one after its last. */
export interface Found<Name extends string> {
  list: Name;
  from: number;
  to: number;
}

/** Named lists of phrases, separated by commas or line breaks, written with their marks. */
export type Lists<Name extends string> = Readonly<Record<Name, string>>;

/**
 * Looks the phrases of all lists up in a message, in one pass. Up to two words that say nothing ("hết", "cả") may
 * stand between those of a phrase: "lộ hết cả mật khẩu". `distinct`: words (`markedAs`) that are only themselves when
 * typed so; `mending`: slips of the thumb are mended.
 */
export function phraseFinder<Name extends string>(
  lists: Lists<Name>,
  distinct: ReadonlySet<string> = new Set(),
  { mending = true }: { mending?: boolean } = {},
): (words: readonly Word[]) => Found<Name>[] {
  const byFirst = indexed(lists);
  const formsOf = ({ readings, guesses }: Word) =>
    mending && guesses.length > 0 ? [...readings, ...guesses] : readings;
  const same = (typed: Word | undefined, meant: PhraseWord) =>
    typed !== undefined &&
    formsOf(typed).includes(meant.folded) &&
    (typed.marked === meant.marked || !distinct.has(typed.marked));

  return (words) => {
    const found: Found<Name>[] = [];
    for (const [from, word] of words.entries()) {
      for (const form of formsOf(word)) {
        for (const { list, phrase } of byFirst.get(form) ?? []) {
          const to = endOf(phrase, words, from, same);
          if (to !== undefined) found.push({ list, from, to });
        }
      }
    }
    return found;
  };
}

export function overlap(one: { from: number; to: number }, other: { from: number; to: number }): boolean {
  return one.from < other.to && other.from < one.to;
}

/** Every folded word of the lists. */
export function wordsOfLists(lists: Lists<string>): ReadonlySet<string> {
  return new Set(Object.values(lists).flatMap((list) => fold(list).match(/[\p{L}\p{N}]+/gu) ?? []));
}

interface PhraseWord {
  folded: string;
  marked: string;
}

interface Entry<Name extends string> {
  list: Name;
  phrase: readonly PhraseWord[];
}

function indexed<Name extends string>(lists: Lists<Name>): Map<string, Entry<Name>[]> {
  const byFirst = new Map<string, Entry<Name>[]>();
  for (const list of Object.keys(lists) as Name[]) {
    for (const written of lists[list].split(/[,\n]/)) {
      const phrase = written
        .split(/\s+/)
        .filter((word) => word !== '')
        .map((word) => ({ folded: fold(word), marked: markedAs(word) }));
      const [first] = phrase;
      if (!first) continue;
      byFirst.set(first.folded, [...(byFirst.get(first.folded) ?? []), { list, phrase }]);
    }
  }
  return byFirst;
}

function endOf(
  phrase: readonly PhraseWord[],
  words: readonly Word[],
  from: number,
  same: (typed: Word | undefined, meant: PhraseWord) => boolean,
): number | undefined {
  let at = from;
  for (const [nth, meant] of phrase.entries()) {
    let skipped = 0;
    while (!same(words[at], meant)) {
      const filler = words[at]?.readings[0];
      if (nth === 0 || skipped === mostFillers || filler === undefined || !fillers.has(filler))
        return undefined;
      skipped += 1;
      at += 1;
    }
    at += 1;
  }
  return at;
}

const mostFillers = 2;
const fillers: ReadonlySet<string> = new Set(
  fold(
    'hết cả luôn sạch rồi mất bị thể tự cái các mấy những của nó thì đã đang toàn bộ tất thêm lại nhiều 1 một vài',
  ).split(' '),
);
