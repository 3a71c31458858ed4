import type { Clock } from '#domain/clock.ts';
import type { Log } from '#domain/log.ts';
import { holdLease, leaseMs } from '#storage/leases.ts';
import type { Store } from '#storage/store.ts';
import { createWakeUp } from '#scheduler/wake-up.ts';

/** How often a lease is renewed, or asked for, ms: three times before it runs out. */
const tryEveryMs = Math.floor(leaseMs / 3) - 500;

export interface LeaseDeps {
  store: Store;
  holder: string;
  wallClock: Clock;
  log: Log;
  /** Waits so many ms, less if the signal aborts. A parameter where tests decide how long a wait takes. */
  wait?(ms: number, signal: AbortSignal): Promise<void>;
}

/**
 * Runs `work` for as long as this process holds the lease, again each time it gets it, until `signal` aborts. `work` is
 * told by its own signal to stop when the lease is lost (another process has it, or the database cannot be reached
 * for as long as it lasts). A `work` that throws is run again.
 */
export async function underLease(
  deps: LeaseDeps,
  name: string,
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { wait = createWakeUp(signal).sleep } = deps;
  let running: { controller: AbortController; done: Promise<void> } | undefined;
  let heldUntil = 0;
  while (!signal.aborted) {
    const wallNow = deps.wallClock.now();
    const held = await tryToHold(deps, name, wallNow);
    if (held === true) heldUntil = wallNow.getTime() + leaseMs;
    const lost = held === false || deps.wallClock.now().getTime() >= heldUntil;
    if (lost && running) await stop();
    if (held === true && !running) running = start();
    // Not a moment longer than the lease lasts: then another process may have begun.
    const leftMs = running ? heldUntil - deps.wallClock.now().getTime() : tryEveryMs;
    await wait(Math.min(tryEveryMs, Math.max(leftMs, 0)), signal);
  }
  await stop();

  function start(): { controller: AbortController; done: Promise<void> } {
    const controller = new AbortController();
    const done = work(controller.signal)
      .catch((error: unknown) => deps.log.error({ error, lease: name }, 'work under a lease failed'))
      .finally(() => {
        running = undefined;
      });
    return { controller, done };
  }

  async function stop(): Promise<void> {
    running?.controller.abort();
    await running?.done;
  }
}

async function tryToHold(deps: LeaseDeps, name: string, wallNow: Date): Promise<boolean | 'unknown'> {
  try {
    return await holdLease(deps.store, { name, holder: deps.holder, wallNow });
  } catch (error) {
    deps.log.warn({ error, lease: name }, 'a lease could not be renewed');
    return 'unknown';
  }
}
