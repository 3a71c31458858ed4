/** A reminder of Monday that still cannot be sent on Tuesday is no help: at these delays 40 tries span ten hours. */
export const triesBeforeGivingUp = 40;

const firstDelayMs = 1_000;
const longestDelayMs = 15 * 60_000;

/** How long to wait after the `attempts`th try, ms: doubling from a second to a quarter of an hour. */
export function retryDelayMs(attempts: number): number {
  return Math.min(firstDelayMs * 2 ** Math.min(attempts - 1, 20), longestDelayMs);
}

/** An incident should leave soon after the platform is back. */
const longestOutageDelayMs = 30_000;

/**
 * The same where the platform asked the whole bot to wait for `afterMs`: nothing is the message's fault, so it is never
 * given up, but should the platform fail at this one alone, the others go before it for a while.
 */
export function outageDelayMs(attempts: number, afterMs: number): number {
  return Math.max(afterMs, Math.min(retryDelayMs(attempts), longestOutageDelayMs));
}
