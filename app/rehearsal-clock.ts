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

/**
 * A new clock starts at `startAt` (SANDBOX_NOW), however long ago that was, or else at wall time. One that was opened
 * before is moved on to a later `startAt`, and stays where it is for an earlier one.
 */
export async function openRehearsalClock(
  store: Store,
  wallClock: Clock,
  startAt?: Instant,
): Promise<RehearsalClock> {
  let offsetMs = (await readOffset(store)) ?? (await set(startAt ?? wallClock.now()));
  const clock: RehearsalClock = {
    now: () => new Date(wallClock.now().getTime() + offsetMs),
    async moveTo(to) {
      if (to < clock.now()) return false;
      offsetMs = await set(to);
      return true;
    },
  };
  if (startAt) await clock.moveTo(startAt);
  return clock;

  async function set(to: Instant): Promise<number> {
    const next = to.getTime() - wallClock.now().getTime();
    await inTransaction(store, (tx) => writeSetting(tx, setting, { offsetMs: next }));
    return next;
  }
}

async function readOffset(store: Store): Promise<number | undefined> {
  const value = await readSetting(store.db, setting);
  return value === undefined ? undefined : stored.parse(value).offsetMs;
}
