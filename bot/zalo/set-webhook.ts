import { describeFailure } from '#bot/zalo/failure.ts';
import type { ZaloApi } from '#bot/zalo/api.ts';
import type { WebhookResult } from '#bot/set-webhook.ts';

/**
 * Has Zalo post updates to this URL (https, a public address) with the secret (8–256 characters) in a header. The URL is
 * saved even when Zalo's probe of it fails, so this says nothing about whether it can be reached.
 */
export async function setZaloWebhook(
  api: Pick<ZaloApi, 'setWebhook'>,
  webhook: { url: string; secret: string },
): Promise<WebhookResult> {
  const outcome = await api.setWebhook(webhook);
  return outcome.ok ? { kind: 'set' } : { kind: 'failed', detail: describeFailure(outcome.failure) };
}
