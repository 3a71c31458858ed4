import { setTimeout as delay } from 'node:timers/promises';

/** Waits so many ms, less if the signal aborts; never rejects. A parameter where tests decide how long a wait takes. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export const wait: Wait = async (ms, signal) => {
  await delay(ms, undefined, { signal }).catch(() => undefined);
};

/** How long to wait after so many failures in a row, ms: 1 s, then doubling up to 30 s. */
export function backoffMs(failuresInARow: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, failuresInARow - 1));
}
