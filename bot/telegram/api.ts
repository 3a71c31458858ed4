import { Api } from 'grammy';

import { createEnvelopeFetch } from '#bot/telegram/fetch-envelope.ts';

export interface TelegramSettings {
  /** `123456:secret`. It is in the URL of every call, so it never leaves `api.ts`, `fetch-envelope.ts` and `fetch-media.ts`. */
  token: string;
  /** Default: Telegram's public server. */
  apiRoot?: string | undefined;
  /**
   * How long a call may take, ms; a long poll adds its own time. Default 20 s: longer than the 10 s after which a
   * connection counts as failed (then nothing was sent), shorter than the 30 s of a delivery's claim.
   */
  timeoutMs?: number | undefined;
}

export const TELEGRAM_API_ROOT = 'https://api.telegram.org';

/** grammY's client, whose calls end in time and whose errors never hold the token. Call it through `attempt`. */
export function createTelegramApi({ token, apiRoot, timeoutMs = 20_000 }: TelegramSettings): Api {
  const api = new Api(token, {
    apiRoot: (apiRoot ?? TELEGRAM_API_ROOT).replace(/\/+$/, ''),
    // grammY's type is that of node-fetch; it only asks the answer for its JSON.
    fetch: createEnvelopeFetch(token) as never,
  });
  api.config.use(async (call, method, payload, signal) => {
    const limit = new AbortController();
    const stop = () => limit.abort();
    const timer = setTimeout(stop, timeoutMs + pollMs(method, payload));
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    try {
      return await call(method, payload, limit.signal as typeof signal);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  });
  return api;
}

function pollMs(method: string, payload: { timeout?: number } | object): number {
  return method === 'getUpdates' && 'timeout' in payload ? (payload.timeout ?? 0) * 1000 : 0;
}
