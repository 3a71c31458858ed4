import type { Question } from '#domain/directives/schema.ts';
import type { Labelled, Reading } from '#domain/answers/outcome.ts';
import { courtesies, negations } from '#domain/answers/lexicon.ts';
import { fold, tidy } from '#domain/vietnamese.ts';

/** One option: by its number in the list, its label or the beginning of it, with or without diacritics. */
export function readChoice(question: Question, typed: string): Reading {
  const found = matching(question.options ?? [], typed);
  const [only] = found;
  if (only === undefined) return { kind: 'misunderstood' };
  return found.length > 1 ? { kind: 'ambiguous', between: found } : { kind: 'read', value: only };
}

/** Several options: "1 3", "1, 3", "máy chủ và mã độc", "tất cả". Kept in the options' order, each once. */
export function readChoices(question: Question, typed: string): Reading {
  const options = question.options ?? [];
  const keys = new Set<string>();
  for (const piece of piecesOf(options, typed)) {
    const found = /^(tat ca|all)$/.test(fold(piece)) ? options.map((option) => option.key) : undefined;
    const reading = found ? undefined : readChoice(question, piece);
    if (reading && reading.kind !== 'read') return reading;
    for (const key of found ?? [String(reading?.value)]) keys.add(key);
  }
  if (keys.size === 0) return { kind: 'misunderstood' };
  return { kind: 'read', value: options.map((option) => option.key).filter((key) => keys.has(key)) };
}

/** A label may hold a comma or an "và" itself, so a piece is split only where it is no option as a whole. */
function piecesOf(options: readonly Labelled[], typed: string): string[] {
  let pieces = [typed];
  for (const separator of [/[,;+&/\n]/, /\s(?:và|va)\s/i, /(?<=\d)\s+(?=\d)/]) {
    pieces = pieces.flatMap((piece) =>
      matching(options, piece).length > 0 ? [piece] : piece.split(separator),
    );
  }
  return pieces.filter((piece) => piece.trim() !== '');
}

/** The keys of all options that may be meant, the most exact way of naming one first and alone. */
function matching(options: readonly Labelled[], typed: string): string[] {
  const text = withoutCourtesy(typed);
  const folded = fold(text);
  if (folded === '') return [];
  const numbered = options[Number(/^(?:so )?(\d{1,2})[.)]?$/.exec(folded)?.[1] ?? 0) - 1];
  const exact = named(options, (label) => fold(label) === folded);
  if (numbered) return [...new Set([numbered.key, ...exact])];
  if (exact.length > 0)
    return narrowed(
      exact,
      named(options, (label) => tidy(label) === text),
    );
  if (folded.length < shortestBeginning) return [];
  const begun = named(options, (label) => fold(label).startsWith(folded));
  return narrowed(
    begun,
    named(options, (label) => tidy(label).startsWith(text)),
  );
}

function named(options: readonly Labelled[], fits: (label: string) => boolean): string[] {
  return options.filter(({ label }) => fits(label.vi) || fits(label.en)).map((option) => option.key);
}

/** Labels that differ only in diacritics are told apart by them, where they were typed. */
function narrowed(found: string[], withMarks: string[]): string[] {
  return withMarks.length === 1 ? withMarks : found;
}

function withoutCourtesy(typed: string): string {
  const said = tidy(typed)
    .replace(/[.!]+$/, '')
    .split(' ');
  const start = said.findIndex((word) => !courtesies.has(word));
  const end = said.findLastIndex((word) => !courtesies.has(word));
  const rest = said.slice(Math.max(start, 0), end + 1);
  const [denial] = rest;
  return rest.length === 1 && denial !== undefined && shortDenials.has(denial) ? 'không' : rest.join(' ');
}

/** One letter is no beginning: "k" is "không", not "khác". */
const shortestBeginning = 2;
const shortDenials: ReadonlySet<string> = new Set([...negations].filter((word) => /^k/.test(word)));
