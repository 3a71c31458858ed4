import type { BotId } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import { backoffMs, wait as realWait, type Wait } from '#bot/backoff.ts';

export type WebhookResult = { kind: 'set' } | { kind: 'failed'; detail: string };

/**
 * Tells a platform where to post until it has taken it or the signal aborts: without that nobody's messages arrive, and
 * nothing else would show it.
 */
export async function untilWebhookIsSet(
  set: () => Promise<WebhookResult>,
  { bot, log, signal, wait = realWait }: { bot: BotId; log: Log; signal: AbortSignal; wait?: Wait },
): Promise<void> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    const outcome = await set();
    if (outcome.kind === 'set') return;
    log.error({ bot, failures, answer: outcome.detail }, 'the webhook could not be set: it is tried again');
    await wait(backoffMs(failures), signal);
  }
}
