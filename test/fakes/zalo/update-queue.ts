import type { Update } from '#test/fakes/zalo/wire.ts';

export type PollEnd = { kind: 'update'; update: Update } | { kind: 'idle' } | { kind: 'terminated' };

/**
 * What waits for the bot. A poll takes one update and that is the end of it, whether or not the answer arrives. One poll
 * at a time: a second one ends the first.
 */
export function createUpdateQueue(onAdded: () => void) {
  const pending: Update[] = [];
  let poll: ((end: PollEnd) => void) | undefined;

  return {
    add(update: Update): void {
      pending.push(update);
      if (poll) poll({ kind: 'update', update: pending.shift() as Update });
      else onAdded();
    },

    pending: (): readonly Update[] => pending,
    shift: () => pending.shift(),

    poll(timeoutMs: number, hungUp: AbortSignal | undefined): Promise<PollEnd> {
      this.endPoll();
      const update = pending.shift();
      if (update) return Promise.resolve({ kind: 'update', update });
      return new Promise((resolve) => {
        const end = (how: PollEnd) => {
          clearTimeout(timer);
          if (poll === end) poll = undefined;
          resolve(how);
        };
        const timer = setTimeout(() => end({ kind: 'idle' }), timeoutMs);
        hungUp?.addEventListener('abort', () => end({ kind: 'idle' }));
        poll = end;
      });
    },

    endPoll(): void {
      poll?.({ kind: 'terminated' });
    },
  };
}

export type UpdateQueue = ReturnType<typeof createUpdateQueue>;
