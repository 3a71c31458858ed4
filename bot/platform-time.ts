import type { Instant } from '#domain/time.ts';

/**
 * An instant by a platform's own clock, which gives seconds (Telegram) or milliseconds (Zalo) since 1970. Undefined where
 * it gives none, or one that is further from `around` (ms since 1970) than `withinMs`: such a clock says nothing.
 */
export function platformTime(
  given: unknown,
  { around, withinMs }: { around: number; withinMs: number },
): Instant | undefined {
  const value = typeof given === 'string' && given !== '' ? Number(given) : given;
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const ms = value < largestInSeconds ? value * 1000 : value;
  return Math.abs(ms - around) <= withinMs ? new Date(ms) : undefined;
}

/** In seconds the year 5138, in milliseconds 1973. */
const largestInSeconds = 1e11;

/** Platforms keep updates for a day (Telegram says so; Zalo says nothing). */
export const keptForMs = 2 * 24 * 60 * 60_000;

/** A message that was just taken; wider than any clock that is looked after is wrong. */
export const justSentMs = 60 * 60_000;
