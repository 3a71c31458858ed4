import { affirmations, courtesies, negations } from '#domain/answers/lexicon.ts';
import { fold, tidy } from '#domain/vietnamese.ts';

/**
 * What may be several answers in one message, in the order in which they were typed: "12, trong đó 9 cái duyệt rồi", "có,
 * 5/12, đạt", "8% thôi do cắt vốn", "rồi hôm qua". One piece alone when it is only one.
 */
export function clausesOf(typed: string): string[] {
  const pieces = typed
    .normalize('NFC')
    .split(separators)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const [first, ...rest] = pieces;
  return first === undefined ? [] : [...afterYesOrNo(first), ...rest];
}

/** A comma between figures belongs to the number: "10,5". Reasons keep their first word: "do cắt vốn". */
const separators = /,(?!\d)|(?<!\d),|[;\n()]+|\s(?=(?:trong (?:đó|do)|do|vì|vi)\s)/iu;

/** "Có 5/12": the yes is one answer, and the day is the next. */
function afterYesOrNo(piece: string): string[] {
  const said = piece.split(/\s+/);
  const start = said.findIndex((word) => !courtesies.has(tidy(word)));
  const end = said.findIndex((word, index) => index >= start && !isYesOrNo(word));
  if (start < 0 || end <= start) return [piece];
  return [said.slice(0, end).join(' '), said.slice(end).join(' ')];
}

function isYesOrNo(word: string): boolean {
  const typed = tidy(word);
  return affirmations.has(typed) || negations.has(typed);
}

/** "Khoảng 8% thôi": what is left when it is taken for exactly that; undefined for what is not vague. */
export function withoutVagueness(typed: string): string | undefined {
  const said = typed.normalize('NFC').trim().split(/\s+/);
  const left = said.filter((word) => !vague.has(fold(word)));
  return left.length < said.length && left.length > 0 ? left.join(' ') : undefined;
}

/** Only those that leave the figure what it is: "hơn 8", "dưới 8" and "mấy" say another one. */
const vague: ReadonlySet<string> = new Set(['khoang', 'tam', 'chung', 'thoi', 'xap', 'xi']);
