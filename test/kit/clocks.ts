import type { Clock } from '#domain/clock.ts';

export interface SettableClock extends Clock {
  /** Puts it to an instant, also an earlier one. */
  set(iso: string): void;
  pass(ms: number): void;
}

/** A clock that stands still until it is moved. */
export function settableClock(iso: string): SettableClock {
  let now = new Date(iso);
  return {
    now: () => now,
    set(next) {
      now = new Date(next);
    },
    pass(ms) {
      now = new Date(now.getTime() + ms);
    },
  };
}
