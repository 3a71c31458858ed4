import type { Choice } from '#domain/channel.ts';
import { fold, words } from '#domain/vietnamese.ts';

/** A choice under the number or the letter that names it where there are no buttons: "2. Không", "Q. Quay lại". */
export interface KeyedChoice {
  /** `1`, `2`, … in reading order; with `takesNumbers` a capital letter instead. */
  key: string;
  choice: Choice;
}

/**
 * Names the choices for a channel without buttons. The same choices always get the same keys, so that what was typed can
 * be held against what was shown.
 */
export function choiceKeys(
  choices: readonly (readonly Choice[])[],
  { takesNumbers = false }: { takesNumbers?: boolean } = {},
): KeyedChoice[] {
  const all = choices.flat();
  const letters = takesNumbers ? lettersFor(all.map(({ label }) => label)) : [];
  return all.map((choice, at) => ({ key: letters[at] ?? String(at + 1), choice }));
}

/**
 * Each label's own first letter where it is free, so that "Q" is "Quay lại" under every question; else another letter of
 * the label, else any.
 */
function lettersFor(labels: readonly string[]): string[] {
  const letters: (string | undefined)[] = labels.map(() => undefined);
  for (const lettersOf of ways) {
    for (const [at, label] of labels.entries()) {
      letters[at] ??= lettersOf(label).find(
        (letter) => !letters.includes(letter) && mayStandFor(letter, label),
      );
    }
  }
  return letters.map((letter = '') => letter.toUpperCase());
}

const alphabet = [...'abcdefghjmpqrstuvwxz'];

const ways: ((label: string) => string[])[] = [
  (label) => [words(label)[0]?.slice(0, 1) ?? ''],
  (label) => words(label).map((word) => word.slice(0, 1)),
  (label) => [...fold(label)],
  () => alphabet,
  () => alphabet.flatMap((first) => alphabet.map((second) => first + second)),
];

/** Not I, L and O, which look like digits; and what is typed for "không", "no" and "yes" only for those. */
function mayStandFor(letter: string, label: string): boolean {
  const said = saidFor.get(letter);
  if (said !== undefined) return fold(label).startsWith(said);
  return /^[a-z]{1,2}$/.test(letter) && !'ilo'.includes(letter);
}

const saidFor = new Map([
  ['k', 'khong'],
  ['n', 'no'],
  ['y', 'yes'],
]);
