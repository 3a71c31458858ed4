import { addDays, dayFrom, type Day, isDay, partsOf, weekdayOf } from '#domain/time.ts';
import { fold } from '#domain/vietnamese.ts';

/**
 * The day that a text about the time to come names: "mai", "thứ 6", "thứ hai tuần sau", "ngày 15", "18/12", "hết tháng". Without a year or a
 * month it is the next one from today on; a weekday is never today. Undefined where none is named, or one that cannot be.
 */
export function dayAhead(text: string, today: Day): Day | undefined {
  const folded = fold(text);
  return written(folded, today) ?? spoken(folded, today) ?? weekday(folded, today) ?? ofMonth(folded, today);
}

/** "18/12", "18-12-2026", "18 tháng 12", "2026-12-18". */
function written(folded: string, today: Day): Day | undefined {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(folded);
  if (iso) return possible(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const found = /\b(\d{1,2})(?:\s*[/.-]\s*| thang )(\d{1,2})(?:(?:\s*[/.-]\s*| nam )(\d{4}|\d{2}))?\b/.exec(
    folded,
  );
  if (!found) return undefined;
  const [day, month] = [Number(found[1]), Number(found[2])];
  if (found[3]) return possible(Number(found[3].padStart(4, '20')), month, day);
  const { year } = partsOf(today);
  const thisYear = possible(year, month, day);
  return thisYear && thisYear >= today ? thisYear : possible(year + 1, month, day);
}

function spoken(folded: string, today: Day): Day | undefined {
  if (/\b(hom nay|nay|chieu nay|toi nay)\b/.test(folded) && !/\b(tuan|thang|nam|quy) nay\b/.test(folded))
    return today;
  if (/\b(ngay kia|mot)\b/.test(folded)) return addDays(today, 2);
  if (/\b(mai|ngay mai)\b/.test(folded)) return addDays(today, 1);
  if (/\b(het|cuoi) thang( nay)?\b/.test(folded)) {
    const { year, month } = partsOf(today);
    return addDays(month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1), -1);
  }
  return undefined;
}

const weekdays: Record<string, number> = {
  ...{ hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 },
  ...{ '2': 1, '3': 2, '4': 3, '5': 4, '6': 5, '7': 6 },
};

/** ISO: Monday is 1, Sunday 7. */
function weekday(folded: string, today: Day): Day | undefined {
  const named = /\b(?:thu|t) ?(hai|ba|tu|nam|sau|bay|[2-7])\b|\b(chu nhat|cn)\b/.exec(folded);
  if (!named) return undefined;
  const wanted = named[2] ? 7 : (weekdays[named[1] ?? ''] ?? 7);
  const monday = addDays(today, 1 - weekdayOf(today));
  const rest = folded.slice(named.index);
  if (/\btuan (sau|toi)\b/.test(rest)) return addDays(monday, 7 + wanted - 1);
  if (/\btuan nay\b/.test(rest)) return addDays(monday, wanted - 1);
  const thisWeek = addDays(monday, wanted - 1);
  return thisWeek > today ? thisWeek : addDays(thisWeek, 7);
}

/** "ngày 15", "15 nộp": of this month, or the next one once it is past. */
function ofMonth(folded: string, today: Day): Day | undefined {
  const found = /\b(?:ngay|hom|mung|mong) (\d{1,2})\b/.exec(folded) ?? /^(\d{1,2}) (?=nop|gui)/.exec(folded);
  if (!found) return undefined;
  const day = Number(found[1]);
  const { year, month } = partsOf(today);
  const thisMonth = possible(year, month, day);
  if (thisMonth && thisMonth >= today) return thisMonth;
  return month === 12 ? possible(year + 1, 1, day) : possible(year, month + 1, day);
}

function possible(year: number, month: number, day: number): Day | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}
