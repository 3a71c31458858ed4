import type { BotId } from '#domain/channel.ts';
import { hasQuota, isForUrgentOnly, monthAround, monthOf, quotaLevel } from '#domain/quota.ts';
import { mayRemindAt, sendingHours } from '#domain/sending-hours.ts';
import type { Instant } from '#domain/time.ts';
import { findPause, liftedAt } from '#storage/queries/bot-pauses.ts';
import { usedBy } from '#storage/queries/used-messages.ts';
import type { Reader } from '#storage/store.ts';
import type { QuotaDeps } from '#scheduler/quota-deps.ts';

/** Which of a bot's rows may be claimed now. */
export interface Allowed {
  urgentOnly: boolean;
  /** What is not urgent and was put in line before this instant waits on. */
  notUrgentSince?: Instant;
}

type GateDeps = Pick<QuotaDeps, 'channel' | 'clock' | 'quota' | 'catalogue'>;

/**
 * What the bot's quota allows, read anew for each claim. `inFlight`: how many of its sends are under way, for they are
 * counted when they end. What a quota has held back does not wake anybody when the month turns at midnight, or when
 * the pause is lifted: it goes on with the next sending hours.
 */
export async function allowedNow(deps: GateDeps, db: Reader, inFlight: number): Promise<Allowed> {
  const { channel, clock, quota, catalogue } = deps;
  if (!hasQuota(channel.kind)) return { urgentOnly: false };
  const now = clock.now();
  const used = await usedBy(db, channel.bot, monthOf(now, catalogue.zone));
  const isReserved = isForUrgentOnly(quotaLevel(used + inFlight, quota));
  if (isReserved || (await findPause(db, channel.bot, now))) return { urgentOnly: true };
  if (mayRemindAt(now, catalogue, sendingHours)) return { urgentOnly: false };
  const since = await heldBackUntil(deps, db, now);
  return { urgentOnly: false, ...(since ? { notUrgentSince: since } : {}) };
}

/** Until when, this month, the bot sent nothing but urgent messages. */
async function heldBackUntil(
  { channel: { bot }, quota, catalogue }: GateDeps,
  db: Reader,
  now: Instant,
): Promise<Instant | undefined> {
  const { begins } = monthAround(now, catalogue.zone);
  const lifted = await liftedAt(db, bot);
  if (lifted && lifted > begins) return lifted;
  const before = new Date(begins.getTime() - 1);
  const usedBefore = await usedBy(db, bot, monthOf(before, catalogue.zone));
  const wasClosed = isForUrgentOnly(quotaLevel(usedBefore, quota)) || (await findPause(db, bot, before));
  return wasClosed ? begins : undefined;
}

/** Bots of which nothing can be expected just now: their platform says so, or our count does. */
export async function isSpent(deps: GateDeps, db: Reader, bot: BotId): Promise<boolean> {
  const now = deps.clock.now();
  if (await findPause(db, bot, now)) return true;
  const used = await usedBy(db, bot, monthOf(now, deps.catalogue.zone));
  return quotaLevel(used, deps.quota) === 'used-up';
}
