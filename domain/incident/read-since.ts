import {
  addDays,
  type Day,
  dayFrom,
  dayOf,
  type Instant,
  instantAt,
  partsOf,
  type ZoneName,
} from '#domain/time.ts';
import { fold } from '#domain/vietnamese.ts';

export type SinceReading =
  | { kind: 'read'; at: Instant }
  /** It has not come yet. */
  | { kind: 'future' }
  /** It says no time, or says more than that. */
  | { kind: 'none' };

/**
 * Since when: "từ 22h tối qua", "lúc 2h15 sáng", "cách đây 30 phút", "hôm qua", "23h ngày 10/12". Hours are those of a day
 * of 24 unless "chiều" or "tối" stands with them; without a day it is the last time that the clock showed that.
 */
export function readSince(typed: string, now: Instant, zone: ZoneName): SinceReading {
  const text = fold(typed)
    .replace(/[.!]+$/, '')
    .replace(lead, '')
    .replace(about, '');
  const ago = agoIn(text);
  if (ago !== undefined) return { kind: 'read', at: new Date(now.getTime() - ago) };
  const [, hour, minute, half, part, day] = moment.exec(text) ?? [];
  if (hour === undefined && part === undefined && day === undefined) return { kind: 'none' };
  const today = dayOf(now, zone);
  const named = day === undefined ? undefined : dayNamed(day, today);
  if (day !== undefined && named === undefined) return { kind: 'none' };
  const time = timeOfDay({ hour, minute: half ? '30' : minute, part });
  if (time === undefined) return { kind: 'none' };
  return asPast({ time, day: named, part, today, now, zone });
}

interface Meant {
  /** Minutes since midnight. */
  time: number;
  day: Day | undefined;
  part: string | undefined;
  today: Day;
  now: Instant;
  zone: ZoneName;
}

function asPast({ time, day, part, today, now, zone }: Meant): SinceReading {
  const at = (on: Day) => instantAt(on, clockFace(time), zone);
  if (day === undefined) {
    return { kind: 'read', at: at(today) <= now ? at(today) : at(addDays(today, -1)) };
  }
  // "2h đêm qua" is of this morning.
  const morning = part !== undefined && /^dem/.test(part) && time < nightEnds && day < today;
  const moment = at(morning ? addDays(day, 1) : day);
  return moment <= now ? { kind: 'read', at: moment } : { kind: 'future' };
}

function agoIn(text: string): number | undefined {
  const [, before, behind, half] =
    /^(?:cach day|truoc day|khoang)? ?(\d{1,3}) ?(phut|p|tieng|gio|h|ngay)( ruoi)?( truoc| nay| qua)?$/.exec(
      text,
    ) ?? [];
  if (before === undefined || behind === undefined) return undefined;
  const isAgo = /^(cach day|truoc day)|(truoc|nay|qua)$/.test(text);
  if (!isAgo) return undefined;
  const unit = behind === 'ngay' ? dayMs : behind.startsWith('p') ? minuteMs : hourMs;
  return Number(before) * unit + (half ? unit / 2 : 0);
}

function timeOfDay({
  hour,
  minute = '0',
  part = '',
}: {
  hour: string | undefined;
  minute: string | undefined;
  part: string | undefined;
}): number | undefined {
  const partOfDay = partsOfDay.find(({ named }) => named.test(part));
  if (hour === undefined) return partOfDay?.begins ?? 0;
  const isLater = partOfDay?.afternoon === true && Number(hour) > 0 && Number(hour) < 12;
  // "12h đêm" is the end of that day; "1h đêm" is after it.
  const isAfterMidnight = /^(dem|khuya)/.test(part) && Number(hour) < 6;
  const hours = Number(hour) + (isLater && !isAfterMidnight ? 12 : 0);
  return hours > 23 || Number(minute) > 59 ? undefined : hours * 60 + Number(minute);
}

function dayNamed(day: string, today: Day): Day | undefined {
  if (/nay$/.test(day)) return today;
  if (/qua$/.test(day)) return addDays(today, -1);
  if (/kia$/.test(day)) return addDays(today, -2);
  const [, date, month, year] = /(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?$/.exec(day) ?? [];
  if (date === undefined || month === undefined) return undefined;
  const thisYear = partsOf(today).year;
  const written = year === undefined ? thisYear : Number(year.length === 2 ? `20${year}` : year);
  const named = dayFrom(written, Number(month), Number(date));
  if (named === '') return undefined;
  // In January "28/12" is of the year before; "15/12" on the 12th is a slip.
  const isLongAhead = year === undefined && named > addDays(today, 180);
  return isLongAhead ? dayFrom(written - 1, Number(month), Number(date)) : named;
}

function clockFace(minutes: number): string {
  const two = (count: number) => String(count).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const lead =
  /^(?:(?:da|vang|em|toi|minh|chung toi|ben em|no|su co) )*(?:(?:phat hien|thay|biet|bi|xay ra|bat dau|co|since|from) )+|^(?:(?:da|vang) )+/;
const about = /^(?:(?:tu|luc|khoang|hoi|vao|tam) )+/;

/** An hour, a part of the day, a day; each may be missing, but not all of them. */
const moment =
  /^(?:(\d{1,2}) ?(?:h|:|gio|g)(?: ?(\d{1,2})(?: ?(?:p|phut))?)?( ruoi)?)? ?((?:rang sang|sang som|sang|trua|chieu|toi|dem|khuya)(?= |$))? ?((?:hom )?(?:nay|qua|kia)|(?:ngay |hom )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)?$/;

const partsOfDay = [
  { named: /^rang sang/, begins: 4 * 60, afternoon: false },
  { named: /^sang/, begins: 6 * 60, afternoon: false },
  { named: /^trua/, begins: 11 * 60, afternoon: false },
  { named: /^chieu/, begins: 13 * 60, afternoon: true },
  { named: /^toi/, begins: 18 * 60, afternoon: true },
  { named: /^(dem|khuya)/, begins: 22 * 60, afternoon: true },
];

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Minutes since midnight. */
const nightEnds = 6 * 60;
