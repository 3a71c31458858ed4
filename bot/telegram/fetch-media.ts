import type { Api } from 'grammy';

import type { Channel, FetchedMedia } from '#domain/channel.ts';
import { explainNetworkError } from '#bot/network-error.ts';
import { readMedia } from '#bot/read-media.ts';
import { TELEGRAM_API_ROOT, type TelegramSettings } from '#bot/telegram/api.ts';
import { attempt, describeFailure, type TelegramFailure } from '#bot/telegram/attempt.ts';

/**
 * Downloads by file id: Telegram says where the file is, and gives it at an address that holds the token, which therefore
 * stays in here. A server that knows no `getFile` is answered like a file that is gone.
 * https://core.telegram.org/bots/api#getfile
 */
export function createFetchMedia(
  { token, apiRoot = TELEGRAM_API_ROOT }: TelegramSettings,
  api: Pick<Api, 'getFile'>,
): NonNullable<Channel['fetchMedia']> {
  const folder = `${apiRoot.replace(/\/+$/, '')}/file/bot${token}`;
  const secret = token.slice(token.indexOf(':') + 1);

  return async (what, source, signal) => {
    if (source.kind !== 'file') return gone('not a file of Telegram');
    const end = new AbortController();
    const abort = () => end.abort();
    const timer = setTimeout(abort, TIMEOUT_MS);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    try {
      const found = await attempt(() => api.getFile(source.id, end.signal as never));
      if (!found.ok) return notFound(found.failure);
      const path = found.result.file_path;
      if (!path) return gone('a file without a path');
      const url = `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
      // The URL holds the token: it goes nowhere else.
      const response = await fetch(url, { redirect: 'manual', signal: end.signal });
      if (response.status !== 200 || !response.body) return notGiven(response.status);
      return await readMedia(what, response.body, response.headers.get('content-length'));
    } catch (error) {
      return {
        kind: 'failed',
        detail: explainNetworkError(error).replaceAll(secret, '<token>').slice(0, 300),
      };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      abort();
    }
  };
}

/** For both calls together, ms. */
const TIMEOUT_MS = 25_000;

function notFound(failure: TelegramFailure): FetchedMedia {
  const detail = describeFailure(failure);
  if (failure.kind !== 'answered') return { kind: 'failed', detail };
  const { code, description, retryAfterMs } = failure;
  if (code === 429 || code === 401 || code >= 500 || /temporarily/i.test(description)) {
    return { kind: 'failed', detail, ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }) };
  }
  return /too big/i.test(description) ? { kind: 'refused', reason: 'too-large', detail } : gone(detail);
}

function notGiven(status: number): FetchedMedia {
  const detail = `HTTP ${status}`;
  return status >= 500 || status === 429 || status === 401 ? { kind: 'failed', detail } : gone(detail);
}

function gone(detail: string): FetchedMedia {
  return { kind: 'refused', reason: 'gone', detail };
}
