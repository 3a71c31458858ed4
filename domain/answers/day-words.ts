import { readNumberWords } from '#domain/answers/number-words.ts';
import { fold } from '#domain/vietnamese.ts';

/**
 * A folded text with the numbers of its days and months in figures: "mung nam thang muoi hai" → "ngay 5 thang 12", "thu hai"
 * → "thu 2", "5t12" → "5 thang 12". The months of the moon have names of their own and stay.
 */
export function spokenDay(folded: string): string {
  return folded
    .replace(/\b(?:(?:ngay|hom) )?m[uo]ng\b/g, 'ngay')
    .replace(/\b(?:thg|th)\.? ?(?=\d)/g, 'thang ')
    .replace(/(?<=\d) ?t ?(?=\d{1,2}\b)/g, ' thang ')
    .replace(afterName, (_, name: string, said: string) => `${name} ${numbers.get(said)}`)
    .replace(beforeName, (_, said: string, name: string) => `${numbers.get(said)} ${name}`)
    .replace(/\btrc\b/g, 'truoc');
}

/** 1 to 31 as they are said, without marks. */
const numbers: ReadonlyMap<string, number> = new Map(
  [['tư', 4] as const, ...saidNumbers().map((said) => [said, readNumberWords(said.split(' '))] as const)]
    .filter((entry): entry is readonly [string, number] => entry[1] !== undefined && entry[1] <= 31)
    .map(([said, value]) => [fold(said), value]),
);

function saidNumbers(): string[] {
  const digits = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  const after = ['mốt', ...digits.slice(0, 4), 'tư', 'lăm', 'nhăm', ...digits.slice(5)];
  return [
    ...digits,
    'mười',
    ...[...digits, 'lăm'].map((digit) => `mười ${digit}`),
    ...['hai mươi', 'ba mươi'].flatMap((tens) => [tens, ...after.map((digit) => `${tens} ${digit}`)]),
    ...['hai', 'ba'].flatMap((tens) => ['mốt', 'tư', 'lăm', 'nhăm'].map((digit) => `${tens} ${digit}`)),
  ];
}

const said = [...numbers.keys()].sort((one, other) => other.length - one.length).join('|');
/** "Tháng năm 2026" may be May, or a month that is missing; "năm nay" is this year. */
const afterName = new RegExp(String.raw`\b(ngay|thang|thu) (${said})\b(?! (?:muoi|\d{4}|nay|ngoai))`, 'g');
const beforeName = new RegExp(String.raw`\b(${said}) (ngay truoc|hom truoc|bua truoc|thang)\b`, 'g');
