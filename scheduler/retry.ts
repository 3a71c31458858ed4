/** A reminder of Monday that still cannot be sent on Tuesday is no help: at these delays 40 tries span ten hours. */
export const triesBeforeGivingUp = 40;

const firstDelayMs = 1_000;
const longestDelayMs = 15 * 60_000;

/** How long to wait after the `attempts`th try, ms: doubling from a second to a quarter of an hour. */
export function retryDelayMs(attempts: number): number {
  return Math.min(firstDelayMs * 2 ** Math.min(attempts - 1, 20), longestDelayMs);
}
