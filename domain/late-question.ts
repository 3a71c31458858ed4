import { dayAhead } from '#domain/day-ahead.ts';
import type { Day } from '#domain/time.ts';
import { fold } from '#domain/vietnamese.ts';

/** Is it asked whether a report may be sent on some day, whichever: "ngày 15 nộp vẫn kịp nhỉ?", "mai gửi được không"? */
export function asksIfLate(text: string): boolean {
  const folded = fold(text);
  return sending.test(folded) && doubt.test(folded) && namesSomeDay.test(folded) && !done.test(folded);
}

/** The day that such a question means; undefined where it cannot be told. */
export function dayOfLateQuestion(text: string, today: Day): Day | undefined {
  return dayAhead(text, today);
}

const sending = /\b(nop|gui|bao cao|bc)\b/;
const doubt =
  /\b(kip|tre|muon|qua han|cham|co sao|sao khong|sao ko|bi phat|duoc (khong|ko|k|chu|ha|a|nhi|phai)|co duoc|on khong|on ko)\b/;
/** What was sent already is not asked about, nor is more time asked for. */
const done = /\b(da|vua) (nop|gui)\b|\b(nop|gui) roi\b|\bgia han\b|\blui han\b|^xin\b/;
const namesSomeDay =
  /\b(mai|mot|ngay kia|hom nay|chieu nay|toi nay|het thang|cuoi thang|chu nhat|cn)\b|\bngay \d|\bmung \d|\d\s*[/.-]\s*\d|\b(thu|t) ?(hai|ba|tu|nam|sau|bay|[2-7])\b|^\d{1,2} (nop|gui)|\d thang \d/;
