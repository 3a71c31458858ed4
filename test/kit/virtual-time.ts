import { createChanges } from '#test/fakes/changes.ts';
import type { SettableClock } from '#test/kit/clocks.ts';

/** Time for loops that wait: it stands still while any of them works, and then goes on to the next one's end of waiting. */
export function virtualTime(clock: SettableClock) {
  const changes = createChanges();
  const waiting = new Set<{ until: number; end(): void }>();
  let loops = 0;

  return {
    /** A loop of its own; give its `wait` to what loops. */
    loop() {
      loops += 1;
      return {
        async wait(ms: number, signal: AbortSignal): Promise<void> {
          const until = clock.now().getTime() + ms;
          await new Promise<void>((resolve) => {
            const entry = { until, end: resolve };
            waiting.add(entry);
            signal.addEventListener('abort', () => resolve());
            changes.happened();
            if (signal.aborted) resolve();
          });
        },
      };
    },

    /** Passes until it is so; returns how many ms that took, or undefined when it did not come to that in time. */
    async passesUntil(isSo: () => boolean, atMostMs: number): Promise<number | undefined> {
      const start = clock.now().getTime();
      for (;;) {
        await changes.until(() => (waiting.size === loops ? true : undefined), {
          timeoutMs: 5_000,
          explain: () => `${waiting.size} of ${loops} loops wait.`,
        });
        const passed = clock.now().getTime() - start;
        if (isSo()) return passed;
        const next = [...waiting].sort((a, b) => a.until - b.until)[0];
        if (!next || next.until - start > atMostMs) return undefined;
        clock.pass(Math.max(0, next.until - clock.now().getTime()));
        waiting.delete(next);
        next.end();
      }
    },
  };
}
