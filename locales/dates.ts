import type { Language } from '#locales/text.ts';

/** Days are `YYYY-MM-DD` without a zone; whoever has an instant turns it into a day of the product's zone first. */

/** "thứ Hai 14/12/2026" · "Monday 14/12/2026". */
export function longDay(language: Language, day: string): string {
  return `${weekdays[language][utc(day).getUTCDay()]} ${shortDay(day)}`;
}

/** "thứ Hai 14/12" · "Monday 14/12", where the year goes without saying. */
export function dayWithoutYear(language: Language, day: string): string {
  return `${weekdays[language][utc(day).getUTCDay()]} ${dayAndMonth(day)}`;
}

/** "14/12/2026". */
export function shortDay(day: string): string {
  return `${dayAndMonth(day)}/${utc(day).getUTCFullYear()}`;
}

/** The ends of a span of days as short as they can be said: "15/11" and "14/12", with both years where those differ. */
export function shortSpan(from: string, to: string): { from: string; to: string } {
  const day = from.slice(0, 4) === to.slice(0, 4) ? dayAndMonth : shortDay;
  return { from: day(from), to: day(to) };
}

/** "14/12", "5/3". */
export function dayAndMonth(day: string): string {
  return `${utc(day).getUTCDate()}/${utc(day).getUTCMonth() + 1}`;
}

const weekdays: Record<Language, string[]> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
