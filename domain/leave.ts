import { dayAhead } from '#domain/day-ahead.ts';
import type { Day } from '#domain/time.ts';
import { fold } from '#domain/vietnamese.ts';

/** A time away: from its first day to its last, both away. `until` undefined: not said, or in no way that can be told. */
export interface LeaveAsked {
  from: Day;
  until: Day | undefined;
}

/** Somebody says that they will be away: "nghỉ phép đến 20/12", "em đi công tác từ 10/12 đến hết 20/12", "mai nghỉ". */
export function leaveAsked(text: string, today: Day): LeaveAsked | undefined {
  const folded = fold(text);
  if (!away.test(folded) || notMine.test(folded)) return undefined;
  return { from: firstDay(folded, today), until: lastDay(folded, today) };
}

/** "Đi làm lại rồi": the leave is over. */
export function isBackAtWork(text: string): boolean {
  return back.test(
    fold(text)
      .replace(/[?!.…]+$/u, '')
      .trim(),
  );
}

/** The last day of a leave that was typed alone: "20/12", "đến hết thứ 6". */
export function leaveUntil(text: string, today: Day): Day | undefined {
  const folded = fold(text);
  return lastDay(folded, today) ?? dayAhead(folded, today);
}

function firstDay(folded: string, today: Day): Day {
  const from = /\b(?:tu|bat dau)\b(.+?)(?:\bden\b|\btoi\b|$)/.exec(folded)?.[1];
  return (
    (from && dayAhead(from, today)) ??
    (/^(?:.*\b)?mai\b.*\bnghi\b/.test(folded) ? dayAhead('mai', today) : undefined) ??
    today
  );
}

function lastDay(folded: string, today: Day): Day | undefined {
  const until = /\b(?:den|toi|het)\b(.+)$/.exec(folded)?.[1];
  if (until) return dayAhead(until, today);
  return /\bhet (?:tuan|thang)\b/.test(folded) || /\b(?:mai|hom nay)\b/.test(folded)
    ? dayAhead(folded, today)
    : undefined;
}

const away =
  /^(?:(?:em|toi|minh|anh|chi|xin|xin phep|bao|da) )*(?:(?:tu )?(?:mai|hom nay|ngay mai) )?(?:em |toi )?(?:duoc |se |phai |dang |xin )*(?:nghi (?:phep|om|thai san|che do|khong luong|mat|tu|den|toi|het|hom nay|mai)|nghi$|di (?:cong tac|hoc|phep|nghi)\b)/;
/** What is asked, or said of others. */
const notMine = /\bnghi le\b|\bnghi tet\b|\blich nghi\b|\bngay nghi\b|\bai nghi\b/;
const back =
  /^(?:(?:em|toi|minh|da|hom nay) )*(?:di lam lai|di lam tro lai|het phep|het nghi|nghi xong|tro lai lam viec|ve co quan)(?: (?:roi|a|nhe|hom nay))*$/;
