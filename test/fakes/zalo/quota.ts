export interface QuotaLimits {
  users: number;
  messagesPerMonth: number;
  /** What counts is not documented: the strict reading is both what the bot sends and what people write. */
  counts: 'both' | 'sent';
}

/** What the BASIC plan gives one bot. */
export const basicPlan: QuotaLimits = { users: 50, messagesPerMonth: 3000, counts: 'both' };

export interface Used {
  /** `2026-12`, in Vietnam. */
  month: string;
  sent: number;
  received: number;
}

/** The plan of one bot: how many people it may talk with, and how many messages go through it until the month turns. */
export function createQuota(limits: QuotaLimits, now: () => number) {
  const people = new Set<string>();
  const months = new Map<string, Used>();

  function thisMonth(): Used {
    const month = new Date(now() + VIETNAM_MS).toISOString().slice(0, 7);
    const used = months.get(month) ?? { month, sent: 0, received: 0 };
    months.set(month, used);
    return used;
  }

  return {
    /** False: the bot has its people already, this one is not let in. */
    admits(chatId: string): boolean {
      if (!people.has(chatId) && people.size >= limits.users) return false;
      people.add(chatId);
      return true;
    },
    isUsedUp(): boolean {
      const { sent, received } = thisMonth();
      return sent + (limits.counts === 'both' ? received : 0) >= limits.messagesPerMonth;
    },
    count(what: 'sent' | 'received'): void {
      thisMonth()[what] += 1;
    },
    used: (): Used => ({ ...thisMonth() }),
    /** Every month that had messages, in order. */
    history: (): Used[] => [...months.values()].map((used) => ({ ...used })),
    people: () => people.size,
  };
}

export type Quota = ReturnType<typeof createQuota>;

const VIETNAM_MS = 7 * 60 * 60_000;
