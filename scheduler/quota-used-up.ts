import type { SendResult } from '#domain/channel.ts';
import { hasQuota, monthAround, monthOf } from '#domain/quota.ts';
import type { Instant } from '#domain/time.ts';
import { findPause, liftPause, pauseBot, waitsForQuota } from '#storage/queries/bot-pauses.ts';
import { recordRetry, redirect } from '#storage/queries/message-outcomes.ts';
import type { ClaimedMessage } from '#storage/queries/messages.ts';
import { countMessages } from '#storage/queries/used-messages.ts';
import type { Tx } from '#storage/store.ts';
import type { QuotaDeps } from '#scheduler/quota-deps.ts';
import { tellOfPause } from '#scheduler/tell-of-quota.ts';
import { otherChat } from '#scheduler/urgent-way.ts';

/**
 * The platform says that the bot's messages of this month are used up. The bot pauses until the month turns or an
 * administrator lifts it; the administrators are told elsewhere. The message itself waits, however often this
 * happens to it; an urgent one goes by another chat of its officer.
 */
export async function pauseUntilMonthTurns(
  deps: QuotaDeps,
  tx: Tx,
  claimed: ClaimedMessage,
  { afterMs, reason }: Extract<SendResult, { kind: 'retry' }>,
): Promise<void> {
  const { clock, catalogue, log } = deps;
  const now = clock.now();
  const until = monthAround(now, catalogue.zone).ends;
  const askAgainAt = new Date(Math.min(now.getTime() + afterMs, until.getTime()));
  const pause = await pauseBot(tx, { bot: claimed.bot, since: now, until, askAgainAt });
  log.error({ bot: claimed.bot, until, reason }, 'the quota of a bot is used up');
  await tellOfPause(deps, tx, pause);
  const other = claimed.urgent ? await otherChat(deps, tx, claimed) : undefined;
  if (other) return redirect(tx, claimed, other);
  await waitForQuota(deps, tx, claimed, claimed.urgent ? askAgainAt.getTime() - now.getTime() : 0);
}

/** Back in line, without being given up in the end. What is not urgent is not claimed before the pause is over. */
export async function waitForQuota(
  { wallClock }: QuotaDeps,
  tx: Tx,
  claimed: ClaimedMessage,
  afterMs: number,
): Promise<void> {
  const notBefore = new Date(wallClock.now().getTime() + afterMs);
  await recordRetry(tx, claimed, { notBefore, reason: waitsForQuota, uncertain: false });
}

/**
 * Counts what a send took of the bot's month. One of which nobody knows whether it arrived counts once, however often it is
 * tried. An urgent one that was begun after a pause and taken all the same shows that the pause is over.
 */
export async function countUsed(
  { channel, clock, catalogue }: QuotaDeps,
  tx: Tx,
  { bot, kind, urgent, uncertain, begunAt }: ClaimedMessage & { begunAt: Instant },
  result: SendResult,
): Promise<void> {
  if (!hasQuota(channel.kind)) return;
  const now = clock.now();
  const count = messagesOf(result, uncertain > 0);
  if (count > 0) {
    await countMessages(tx, { bot, month: monthOf(now, catalogue.zone), direction: 'sent', kind, count });
  }
  const pause = urgent && result.kind === 'sent' ? await findPause(tx, bot, now) : undefined;
  if (pause && pause.since < begunAt) await liftPause(tx, bot, now);
}

function messagesOf(result: SendResult, isCountedAlready: boolean): number {
  switch (result.kind) {
    case 'sent':
      return result.parts ?? 1;
    case 'unknown':
      return (result.parts ?? 0) + (isCountedAlready ? 0 : 1);
    case 'retry':
    case 'refused':
      return result.parts ?? 0;
  }
}
