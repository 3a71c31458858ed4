/** An update as it goes over the wire. */
export interface Update {
  update_id: number;
  [kind: string]: unknown;
}

export type PollEnd = { kind: 'updates'; updates: Update[] } | { kind: 'terminated'; by: string };

export interface PollParams {
  offset: number;
  limit: number;
  timeoutMs: number;
  /** Aborts when the caller has hung up. */
  hungUp: AbortSignal;
}

/**
 * What waits for the bot: given again and again until an offset past it confirms it. One long poll at a time: a
 * second one ends the first with a conflict, as Telegram does it.
 */
export function createUpdateQueue(onAdded: () => void) {
  let nextId = 700_000_001;
  let pending: { update: Update; replayed: boolean }[] = [];
  let poll: { limit: number; end(end: PollEnd): void } | undefined;
  let allowed: string[] = [];

  const batch = (limit: number): PollEnd => {
    const entries = pending.slice(0, limit);
    for (const entry of entries) entry.replayed = false;
    return { kind: 'updates', updates: entries.map(({ update }) => update) };
  };

  return {
    add(content: Record<string, unknown>): Update {
      const update = { update_id: nextId++, ...content };
      const isWanted = allowed.length === 0 || Object.keys(content).some((kind) => allowed.includes(kind));
      if (isWanted) this.put(update, false);
      return update;
    },

    /** Puts an update back that was confirmed already: it is given once more. */
    replay(update: Update): void {
      this.put(update, true);
    },

    put(update: Update, replayed: boolean): void {
      pending.push({ update, replayed });
      poll?.end(batch(poll.limit));
      onAdded();
    },

    /** Telegram remembers the last list that it was given. */
    allow(kinds: string[]): void {
      allowed = kinds;
    },

    pending: (): readonly Update[] => pending.map(({ update }) => update),

    /** Takes one off, not the replays of it that wait behind. */
    remove(update: Update): void {
      const index = pending.findIndex((entry) => entry.update === update);
      if (index >= 0) pending.splice(index, 1);
    },

    confirm(offset: number): void {
      if (offset < 0) pending = pending.slice(offset);
      else pending = pending.filter(({ update, replayed }) => replayed || update.update_id >= offset);
    },

    poll({ offset, limit, timeoutMs, hungUp }: PollParams): Promise<PollEnd> {
      this.endPoll('other getUpdates request; make sure that only one bot instance is running');
      this.confirm(offset);
      if (pending.length > 0 || timeoutMs === 0) return Promise.resolve(batch(limit));
      return new Promise((resolve) => {
        const end = (how: PollEnd) => {
          clearTimeout(timer);
          if (poll === waiting) poll = undefined;
          resolve(how);
        };
        const waiting = { limit, end };
        const timer = setTimeout(() => end({ kind: 'updates', updates: [] }), timeoutMs);
        hungUp.addEventListener('abort', () => end({ kind: 'updates', updates: [] }));
        poll = waiting;
      });
    },

    endPoll(by: string): void {
      poll?.end({ kind: 'terminated', by });
    },
  };
}

export type UpdateQueue = ReturnType<typeof createUpdateQueue>;
