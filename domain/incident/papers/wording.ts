import { DateTime } from 'luxon';
import type { Instant, ZoneName } from '#domain/time.ts';

/** Puts values where a text of the data file names them: `{whom}`. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** `02:14` and `07/12/2026`, as official papers write them. */
export function when(at: Instant, zone: ZoneName): { time: string; day: string } {
  const local = DateTime.fromJSDate(at, { zone });
  return { time: local.toFormat('HH:mm'), day: local.toFormat('dd/MM/yyyy') };
}

/** "02 giờ 14 phút", by the words of the data file. */
export function clockTime(at: Instant, zone: ZoneName, words: { time: string }): string {
  const local = DateTime.fromJSDate(at, { zone });
  return fillIn(words.time, { hour: local.toFormat('HH'), minute: local.toFormat('mm') });
}
