import { z } from 'zod';
import type { BotId } from '#domain/channel.ts';
import { isoInstant } from '#domain/time.ts';
import { type QuotaStanding, quotaStandings } from '#handlers/quota-standing.ts';
import { textIn } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { liftPause } from '#storage/queries/bot-pauses.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';

export const quotaLiftOptions = z.strictObject({ bot: z.string() });

/** One bot as `cli quota --json` prints it; `pausedUntil` is ISO with the zone's offset. */
export interface QuotaRow extends Omit<QuotaStanding, 'name' | 'pausedUntil'> {
  pausedUntil: string | null;
}

/** What each bot has used of its month, and what it will have used by the end of it. */
export async function showQuota(context: CommandContext): Promise<Outcome<QuotaRow[]>> {
  const { store, catalogue, clock, quota: limits } = context;
  const standings = await quotaStandings(store.db, { catalogue, limits, now: clock.now() });
  const rows = standings.map(({ name: _, pausedUntil, ...standing }) => ({
    ...standing,
    pausedUntil: pausedUntil && isoInstant(pausedUntil, catalogue.zone),
  }));
  return done(rows);
}

export interface LiftedPause {
  bot: BotId;
}

/** An administrator knows better than the platform's last answer: the bot sends again. */
export async function liftQuotaPause(
  { store, clock }: CommandContext,
  { bot }: z.infer<typeof quotaLiftOptions>,
): Promise<Outcome<LiftedPause>> {
  const at = clock.now();
  return inTransaction(store, async (tx) => {
    if (!(await liftPause(tx, bot, at))) return refused(textIn('vi')('cli-quota-not-paused', { bot }));
    await recordAudit(tx, { at, action: 'quota-pause-lifted', details: { bot } });
    return done({ bot });
  });
}
