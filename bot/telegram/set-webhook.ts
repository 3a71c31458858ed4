import type { Api } from 'grammy';

import { attempt, describeFailure } from '#bot/telegram/attempt.ts';
import { READ_UPDATES } from '#bot/telegram/parse-update.ts';
import type { WebhookResult } from '#bot/set-webhook.ts';

/**
 * Has Telegram post updates to this URL (https, ports 443, 80, 88 or 8443) with the secret (1–256 of A–Z, a–z, 0–9, _, -)
 * in a header. What waits at Telegram stays.
 */
export async function setTelegramWebhook(
  api: Pick<Api, 'setWebhook'>,
  { url, secret }: { url: string; secret: string },
): Promise<WebhookResult> {
  const outcome = await attempt(() =>
    api.setWebhook(url, { secret_token: secret, allowed_updates: READ_UPDATES }),
  );
  return outcome.ok ? { kind: 'set' } : { kind: 'failed', detail: describeFailure(outcome.failure) };
}
