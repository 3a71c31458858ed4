import type { BotId } from '#domain/channel.ts';
import { isForUrgentOnly, monthAround, monthOf, percentUsed, type QuotaLimits } from '#domain/quota.ts';
import { mayRemindAt, sendingHours } from '#domain/sending-hours.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import { longDay } from '#locales/dates.ts';
import { type Language, textIn } from '#locales/text.ts';
import type { BotPause } from '#storage/queries/bot-pauses.ts';
import { type BotQuota, isClosed, quotasOfBots } from '#storage/queries/bot-quotas.ts';
import { listBots } from '#storage/queries/bots.ts';
import type { Reader, Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import type { PlanDeps } from '#scheduler/plan-reminders.ts';
import type { QuotaDeps } from '#scheduler/quota-deps.ts';
import { tellAdministrators } from '#scheduler/tell-administrators.ts';

/**
 * Tells the administrators, once a month for each bot, that it has used 80 % of its messages, and again that only urgent
 * ones still go out. In the sending hours; returns how many were told.
 */
export async function tellOfQuotas(deps: PlanDeps, now: Instant): Promise<number> {
  const { store, catalogue, quota: limits } = deps;
  if (!mayRemindAt(now, catalogue, sendingHours)) return 0;
  const quotas = await quotasOfBots(store.db, { limits, zone: catalogue.zone, now });
  const closed = new Set(quotas.filter(isClosed).map(({ bot }) => bot));
  let told = 0;
  for (const quota of quotas.filter(({ level }) => level !== 'normal')) {
    const stage = isForUrgentOnly(quota.level) ? 'reserve' : 'high';
    const key = `quota-${stage}:${monthOf(now, catalogue.zone)}:${quota.bot}`;
    told += await inTransaction(store, async (tx) => {
      const words = await wordsOf(tx, quota, limits, monthAround(now, catalogue.zone).ends, catalogue.zone);
      const text = (language: Language) => textIn(language)(`quota-told-${stage}`, words(language));
      return tellAdministrators(tx, { newId: deps.newId, now }, { key, avoid: closed, text });
    });
  }
  return told;
}

/** At once, whatever the hour: the platform takes nothing from this bot any more. */
export async function tellOfPause(
  { clock, newId, catalogue }: QuotaDeps,
  tx: Tx,
  { bot, since, until }: BotPause,
): Promise<void> {
  const name = await nameOf(tx, bot);
  await tellAdministrators(
    tx,
    { newId, now: clock.now() },
    {
      key: `quota-paused:${since.toISOString()}:${bot}`,
      avoid: new Set([bot]),
      text: (language) =>
        textIn(language)('quota-told-paused', {
          ...{ name, bot, day: longDay(language, dayOf(until, catalogue.zone)) },
        }),
    },
  );
}

async function wordsOf(db: Reader, quota: BotQuota, limits: QuotaLimits, ends: Instant, zone: string) {
  const { bot, sent, received } = quota;
  const used = sent + received;
  const name = await nameOf(db, bot);
  const limit = limits.messagesPerMonth;
  return (language: Language) => ({
    ...{ name, used, limit, percent: percentUsed(used, limits) },
    day: longDay(language, dayOf(ends, zone)),
  });
}

/** As people know the bot; one that has never connected has no name. */
async function nameOf(db: Reader, bot: BotId): Promise<string> {
  return (await listBots(db)).find((known) => known.bot === bot)?.name ?? bot;
}
