import { fold } from '#domain/vietnamese.ts';
import type { TimeOfDay } from '#domain/time.ts';

/** When an officer wants to be reminded: from that hour, and until (not at) the other. Incidents know no hours. */
export interface RemindHours {
  from: TimeOfDay;
  until: TimeOfDay;
}

/** The working hours in which reminders go out anyhow. */
export const anyHours: RemindHours = { from: '08:30', until: '18:00' };

export type AskedHours =
  | { kind: 'hours'; hours: RemindHours }
  /** Within working hours again. */
  | { kind: 'any' }
  /** Less than an hour of the working day would be left, so that something could be missed. */
  | { kind: 'too-short' };

/**
 * "Đừng nhắc trước 9h", "không nhắn tôi sau 16h30", "chỉ nhắc từ 9h đến 16h", "nhắc lúc nào cũng được". Undefined for anything
 * else.
 */
export function hoursAsked(typed: string): AskedHours | undefined {
  const text = fold(typed)
    .replace(/[.!?…]+$/u, '')
    .trim();
  if (anyTime.test(text)) return { kind: 'any' };
  const span = between.exec(text);
  const early = notBefore.exec(text);
  const late = notAfter.exec(text);
  if (!span && !early && !late) return undefined;
  const from = timeIn(span?.[1] ?? early?.[1]) ?? anyHours.from;
  const until = timeIn(span?.[2] ?? late?.[1]) ?? anyHours.until;
  const hours = { from: later(from, anyHours.from), until: earlier(until, anyHours.until) };
  return minutesOf(hours.until) - minutesOf(hours.from) < 60
    ? { kind: 'too-short' }
    : { kind: 'hours', hours };
}

/** Is this an hour at which they do not want to be reminded? */
export function isQuiet({ from, until }: RemindHours, time: TimeOfDay): boolean {
  return time < from || time >= until;
}

const hour = '(\\d{1,2} ?(?:h|g|gio|:)? ?\\d{0,2})';
const me = '(?: tin)?(?: cho)?(?: toi| em| minh| anh| chi)?';
const not = '(?:dung|khong|ko|k|cho)(?: co)? (?:nhac|nhan|gui)';
const notBefore = new RegExp(`^(?:xin )?${not}${me} truoc ${hour}`);
const notAfter = new RegExp(`^(?:xin )?${not}${me} sau ${hour}`);
const between = new RegExp(`^(?:xin )?(?:chi )?(?:nhac|nhan)${me} tu ${hour} (?:den|toi|-) ${hour}$`);
const anyTime = new RegExp(`^(?:cu )?nhac${me} (?:luc|gio) nao cung duoc$`);

/** "9h", "9 giờ", "16h30", "16:30" → `16:30`; undefined for an hour that no day has. */
function timeIn(typed: string | undefined): TimeOfDay | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2})\D*(\d{0,2})$/.exec(typed?.trim() ?? '') ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function later(one: TimeOfDay, other: TimeOfDay): TimeOfDay {
  return one > other ? one : other;
}

function earlier(one: TimeOfDay, other: TimeOfDay): TimeOfDay {
  return one < other ? one : other;
}
