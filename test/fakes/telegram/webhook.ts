import { setTimeout as delay } from 'node:timers/promises';

import type { UpdateQueue } from '#test/fakes/telegram/update-queue.ts';

/**
 * Posts what waits to the address that the bot gave, in order, each again until it is answered with 2xx. Telegram
 * asks for https; here http on this machine will do, or `route` says where a proxy passes it on to.
 */
export function createWebhook(queue: () => UpdateQueue, route: (url: string) => string | undefined) {
  let target: { url: string; secret: string | undefined } | undefined;
  let isPosting = false;
  let lastError: string | undefined;

  async function post(): Promise<void> {
    if (isPosting) return;
    isPosting = true;
    try {
      for (let update = queue().pending()[0]; target && update; update = queue().pending()[0]) {
        const url = route(target.url);
        const failure = url === undefined ? 'Connection refused' : await postOnce({ ...target, url }, update);
        if (failure === undefined) queue().remove(update);
        else {
          lastError = failure;
          await delay(RETRY_MS);
        }
      }
    } finally {
      isPosting = false;
    }
  }

  return {
    set(url: string, secret: string | undefined): void {
      target = url === '' ? undefined : { url, secret };
      void post();
    },
    isSet: () => target !== undefined,
    post: () => void post(),
    info: () => ({
      url: target?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: queue().pending().length,
      ...(lastError !== undefined && { last_error_message: lastError }),
    }),
  };
}

/** Telegram waits longer; a test should not. */
const RETRY_MS = 50;

/** Undefined when it was taken. */
async function postOnce(
  { url, secret }: { url: string; secret: string | undefined },
  update: object,
): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
      },
      body: JSON.stringify(update),
    });
    await response.arrayBuffer();
    return response.ok ? undefined : `Wrong response from the webhook: ${response.status}`;
  } catch (error) {
    return String(error);
  }
}
