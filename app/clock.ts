import type { Clock } from '#domain/clock.ts';

/** Wall time. */
export const systemClock: Clock = { now: () => new Date(Date.now()) };
