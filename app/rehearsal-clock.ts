import { z } from 'zod';
import type { Clock } from '#domain/clock.ts';
import type { Instant } from '#domain/time.ts';
import { readSetting, writeSetting } from '#storage/queries/settings.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';

const setting = 'rehearsal-clock';
const stored = z.strictObject({ offsetMs: z.number() });

/** The product's clock in a rehearsal: wall time plus an offset that is kept in the database. It only goes forward. */
export interface RehearsalClock extends Clock {
  /** False, and nothing changes, when the clock stands later already. */
  moveTo(to: Instant): Promise<boolean>;
}

/** `startAt` (SANDBOX_NOW) moves a clock that stands earlier; one that stands later stays where it is. */
export async function openRehearsalClock(
  store: Store,
  wallClock: Clock,
  startAt?: Instant,
): Promise<RehearsalClock> {
  let offsetMs = await readOffset(store);
  const clock: RehearsalClock = {
    now: () => new Date(wallClock.now().getTime() + offsetMs),
    async moveTo(to) {
      if (to < clock.now()) return false;
      const next = to.getTime() - wallClock.now().getTime();
      await inTransaction(store, (tx) => writeSetting(tx, setting, { offsetMs: next }));
      offsetMs = next;
      return true;
    },
  };
  if (startAt) await clock.moveTo(startAt);
  return clock;
}

async function readOffset(store: Store): Promise<number> {
  const value = await readSetting(store.db, setting);
  return value === undefined ? 0 : stored.parse(value).offsetMs;
}
