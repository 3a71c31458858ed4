import Bottleneck from 'bottleneck';

/** Lets through the start of one send each `gapMs`. */
export interface StartGate {
  /** Resolves when the next send may start. */
  freeSlot(): Promise<void>;
}

/**
 * Bottleneck only spaces the starts. One slot is asked for at a time, and only when something may be sent:
 * slots booked ahead cannot be overtaken (an urgent message behind 300 booked ones waited nine seconds).
 */
export function createStartGate(gapMs: number): StartGate {
  if (gapMs <= 0) return { freeSlot: () => Promise.resolve() };
  const limiter = new Bottleneck({ maxConcurrent: 1, minTime: Math.ceil(gapMs) });
  return { freeSlot: () => limiter.schedule(() => Promise.resolve()) };
}
