import { asTyped } from '#domain/answers/as-typed.ts';
import { spokenDay } from '#domain/answers/day-words.ts';
import { courtesies, deeds, fillersOf, leads } from '#domain/answers/lexicon.ts';
import { isNumberWord } from '#domain/answers/number-words.ts';
import { withoutOpening } from '#domain/answers/openings.ts';
import type { AnswerContext, Reading } from '#domain/answers/outcome.ts';
import { readRelativeDay } from '#domain/answers/relative-day.ts';
import { agreesWith, readWeekday } from '#domain/answers/weekday.ts';
import { readWrittenDay } from '#domain/answers/written-day.ts';
import type { Question } from '#domain/directives/schema.ts';
import { fold, spellings } from '#domain/vietnamese.ts';

/**
 * A day, the day before the month: "5/12", "05-12-2026", "mùng 5 tháng 12", "hôm qua", "thứ hai tuần trước", "3 ngày trước",
 * `2026-12-05`. Without a year it is the one that puts the day inside the data window, else the last one that has passed.
 * What names a stretch of days ("tuần trước", "đầu tháng") is none; what may be two days is asked.
 */
export function readDate(typed: string, context: AnswerContext, question?: Question): Reading {
  const said = asTyped(typed).split(' ');
  for (const text of new Set([said, bare(said, question), bareAtBothEnds(said, question)].map(plainly))) {
    const reading = readPlain(text, context);
    if (reading.kind !== 'misunderstood') return reading;
  }
  return misunderstood;
}

function plainly(said: readonly string[]): string {
  // "Hôm kìa" is a day before "hôm kia"; only its mark says so.
  const plain = said
    .filter((word) => !courtesies.has(word))
    .map((word) => (word === 'kìa' ? 'kia nua' : word));
  return spokenDay(fold(plain.join(' ')));
}

function readPlain(text: string, context: AnswerContext): Reading {
  const readers = [
    () => readRelativeDay(text, context.today),
    () => readWeekday(text, context.today),
    () => readWrittenDay(text, context),
    () => readTwice(text, context),
  ];
  return readers.reduce((found, read) => (found.kind === 'misunderstood' ? read() : found), misunderstood);
}

/** The same day in words and in figures: "thứ hai 7/12", "9/12 (hôm qua)". Two days are none. */
function readTwice(text: string, context: AnswerContext): Reading {
  const said = text.replace(/[(),]/g, ' ').trim().split(/\s+/);
  for (let at = 1; at < said.length; at += 1) {
    const [head, tail] = [said.slice(0, at).join(' '), said.slice(at).join(' ')];
    for (const [figures, words] of [[head, tail] as const, [tail, head] as const]) {
      const day = readWrittenDay(figures, context);
      if (day.kind !== 'read') continue;
      const other = readRelativeDay(words, context.today);
      if (other.kind === 'read' && other.value === day.value) return day;
      if (agreesWith(words, String(day.value))) return day;
    }
  }
  return misunderstood;
}

/** Without what leads up to the day: "sao lưu lúc 14h hôm qua", "lần gần nhất là 5/12", "vào ngày 5/12". */
function bare(said: readonly string[], question: Question | undefined): string[] {
  const text = said.join(' ').replace(latest, ' ').replace(hour, ' ').trim().split(/\s+/);
  let rest = question ? withoutOpening(text, question) : [...text];
  while (rest.length > 1 && isLead(rest[0] ?? '', rest[1] ?? '', question)) rest = rest.slice(1);
  return rest;
}

/** And without what is said after it: "hôm qua rồi", "5/12 làm xong". */
function bareAtBothEnds(said: readonly string[], question: Question | undefined): string[] {
  const text = bare(said, question);
  const end = text.findLastIndex((word) => !isTail(word, question));
  return text.slice(0, end + 1);
}

function isLead(word: string, next: string, question: Question | undefined): boolean {
  if (dayParts.has(word)) return !/^(?:nay|qua)$/.test(next);
  if (named.has(word)) return /^\d+[/.-]/.test(next) || (isIdle(next, question) && !dayWords.has(next));
  if (dayWords.has(word)) return false;
  return leadIn.has(word) || isIdle(word, question);
}

function isTail(word: string, question: Question | undefined): boolean {
  return courtesies.has(word) || ending.has(word) || (!dayWords.has(word) && isIdle(word, question));
}

function isIdle(word: string, question: Question | undefined): boolean {
  const plain = word.replace(/(?<=.)[:,]$/, '');
  if (isNumberWord(plain)) return false;
  return (
    plain === ':' ||
    deeds.has(plain) ||
    leads.has(plain) ||
    (question !== undefined && fillersOf(question)(plain))
  );
}

const misunderstood: Reading = { kind: 'misunderstood' };
const latest =
  /(?<!\p{L})(?:lần|lan)?\s*(?:(?:gần|gan)(?: (?:đây|day))? (?:nhất|nhat)|mới nhất|moi nhat|cuối cùng|cuoi cung|cuối|cuoi(?= (?:là|la|hom|hôm|\d)))(?!\p{L})(?! (?:tuần|tuan|tháng|thang|năm|nam|kỳ|ky))/gu;
const hour =
  /(?:(?:lúc|luc|hồi|hoi)\s+)?(?<!\d)\d{1,2}\s*(?:h\d{0,2}(?![\p{L}])|:\d{2}|(?:giờ|gio)(?:\s+\d{1,2}(?:\s+(?:phút|phut))?)?)(?:,|(?=\s|$))/gu;
const dayParts = spellings('sáng trưa chiều tối');
/** "Vào 5/12", "mới hôm qua"; not "từ", "trước", "sau", "khoảng". */
const leadIn = spellings('vào lúc hồi mới vừa xong rồi');
const ending = spellings('rồi rùi xong đó');
const named = spellings('ngày hôm');
const dayWords = spellings('ngày hôm tháng tuần năm nay qua này trước kia thứ mùng mồng bữa');
