import type { BotId } from '#domain/channel.ts';
import {
  isForUrgentOnly,
  leavesOutEarlyReminders,
  monthOf,
  type QuotaLevel,
  quotaLevel,
  type QuotaLimits,
} from '#domain/quota.ts';
import type { Instant, ZoneName } from '#domain/time.ts';
import { type BotPause, pausesAt } from '#storage/queries/bot-pauses.ts';
import { retiredBots } from '#storage/queries/bots.ts';
import { usedInMonth } from '#storage/queries/used-messages.ts';
import type { Reader } from '#storage/store.ts';

/** How far a bot is into its month. */
export interface BotQuota {
  bot: BotId;
  sent: number;
  received: number;
  /** Of what was sent, the reminders. */
  reminders: number;
  level: QuotaLevel;
  pause?: BotPause;
}

/** Every bot of ours that has used messages this month, or is paused. */
export async function quotasOfBots(
  db: Reader,
  { limits, zone, now }: { limits: QuotaLimits; zone: ZoneName; now: Instant },
): Promise<BotQuota[]> {
  const used = await usedInMonth(db, monthOf(now, zone));
  const pauses = await pausesAt(db, now);
  const gone = await retiredBots(db);
  const named = new Set([...used, ...pauses].map(({ bot }) => bot));
  const bots = [...named].filter((bot) => !gone.has(bot)).sort();
  return bots.map((bot) => {
    const rows = used.filter((row) => row.bot === bot);
    const count = (isMeant: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(isMeant).reduce((sum, row) => sum + row.count, 0);
    const sent = count(({ direction }) => direction === 'sent');
    const received = count(({ direction }) => direction === 'received');
    const pause = pauses.find((one) => one.bot === bot);
    return {
      ...{ bot, sent, received, level: quotaLevel(sent + received, limits) },
      reminders: count(({ direction, kind }) => direction === 'sent' && kind === 'reminder'),
      ...(pause ? { pause } : {}),
    };
  });
}

/** Nothing but urgent messages leaves it. */
export function isClosed({ level, pause }: BotQuota): boolean {
  return pause !== undefined || isForUrgentOnly(level);
}

/** Its people get no early reminders. */
export function isThinned(quota: BotQuota): boolean {
  return isClosed(quota) || leavesOutEarlyReminders(quota.level);
}
