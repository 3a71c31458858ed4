export interface Changes {
  /** Something happened: everyone who waits looks again. */
  happened(): void;
  /** Resolves with the first thing that `look` finds, now or after something happened; rejects after `timeoutMs`. */
  until<Found>(
    look: () => Found | undefined,
    waiting: { timeoutMs: number; explain(): string },
  ): Promise<Found>;
}

/** Lets tests wait for an event instead of sleeping or polling. */
export function createChanges(): Changes {
  const lookers = new Set<() => void>();
  return {
    happened() {
      for (const look of [...lookers]) look();
    },
    until(look, { timeoutMs, explain }) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          lookers.delete(lookAgain);
          reject(new Error(`Waited ${timeoutMs} ms in vain. ${explain()}`));
        }, timeoutMs);
        const lookAgain = () => {
          const found = look();
          if (found === undefined) return;
          clearTimeout(timer);
          lookers.delete(lookAgain);
          resolve(found);
        };
        lookers.add(lookAgain);
        lookAgain();
      });
    },
  };
}
