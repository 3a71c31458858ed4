import type { Catalogue } from '#domain/catalogue.ts';
import type { BotId, ChannelKind } from '#domain/channel.ts';
import {
  hasQuota,
  type Month,
  monthAround,
  monthOf,
  percentUsed,
  type QuotaLevel,
  quotaLevel,
  type QuotaLimits,
} from '#domain/quota.ts';
import { forecastQuota } from '#domain/quota-forecast.ts';
import type { Instant } from '#domain/time.ts';
import { placesOf } from '#storage/queries/bot-places.ts';
import { type BotQuota, isThinned, quotasOfBots } from '#storage/queries/bot-quotas.ts';
import { listBots } from '#storage/queries/bots.ts';
import type { Reader } from '#storage/store.ts';
import { remindersToCome } from '#handlers/reminders-to-come.ts';

/** How far a bot is into its month and how many people it has, against what its plan allows. */
export interface QuotaStanding {
  bot: BotId;
  /** As people know it; its id until it has connected once. */
  name: string;
  channel: ChannelKind;
  month: Month;
  users: number;
  usersLimit: number;
  sent: number;
  received: number;
  /** Sent and received. */
  used: number;
  limit: number;
  percent: number;
  /** What will have been used at the end of the month. */
  forecast: number;
  level: QuotaLevel;
  pausedUntil: Instant | null;
}

/** Every bot that has a quota, by id. */
export async function quotaStandings(
  db: Reader,
  { catalogue, limits, now }: { catalogue: Catalogue; limits: QuotaLimits; now: Instant },
): Promise<QuotaStanding[]> {
  const { zone } = catalogue;
  const quotas = new Map((await quotasOfBots(db, { limits, zone, now })).map((quota) => [quota.bot, quota]));
  const known = (await listBots(db)).filter(({ channel }) => hasQuota(channel));
  const bots = [...new Set([...known.map(({ bot }) => bot), ...quotas.keys()])].sort();
  const { begins, ends } = monthAround(now, zone);
  const thinned = new Set([...quotas.values()].filter(isThinned).map(({ bot }) => bot));
  const toCome = await remindersToCome(db, { catalogue, now, until: ends, bots, thinned });
  const places = await placesOf(db, bots, { now });
  return bots.map((bot): QuotaStanding => {
    const { sent, received, reminders, pause } = quotas.get(bot) ?? nothingUsed(bot);
    const used = sent + received;
    const remindersAhead = toCome.get(bot) ?? 0;
    const { name, channel } = known.find((one) => one.bot === bot) ?? { name: bot, channel: 'zalo' };
    return {
      ...{ bot, name, channel },
      month: monthOf(now, zone),
      users: places.find((place) => place.bot === bot)?.linked ?? 0,
      usersLimit: limits.usersPerBot,
      ...{ sent, received, used, limit: limits.messagesPerMonth, percent: percentUsed(used, limits) },
      forecast: forecastQuota({
        ...{ begins, now, ends, used, remindersSent: reminders, remindersToCome: remindersAhead },
      }),
      level: quotaLevel(used, limits),
      pausedUntil: pause?.until ?? null,
    };
  });
}

function nothingUsed(bot: BotId): BotQuota {
  return { bot, sent: 0, received: 0, reminders: 0, level: 'normal' };
}
