import { basicPlan, type QuotaLimits } from '#domain/quota.ts';
import type { Config } from '#app/config.ts';

/** What a bot of ours may use of its platform's plan; without Zalo nothing is counted. */
export function quotaLimitsOf({ zalo }: Pick<Config, 'zalo'>): QuotaLimits {
  if (!zalo) return basicPlan;
  const { usersPerBot, messagesPerMonth, reservePercent } = zalo;
  return { usersPerBot, messagesPerMonth, reservePercent };
}
