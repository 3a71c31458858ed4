import type { FetchedMedia, MediaKind } from '#domain/channel.ts';
import { readMedia } from '#bot/read-media.ts';
import { AddressRefused, openUrl } from '#bot/zalo/open-url.ts';

export interface DownloadSettings {
  /** For all of it, ms. */
  timeoutMs?: number;
  /** The origin of `ZALO_API_ROOT`: where it is a server of the operator's own, its photos may be too. */
  trustedOrigin?: string | undefined;
  /** Gives it up. */
  signal?: AbortSignal;
}

/** Fetches what somebody sent, at once: its URL is public and expires. Never rejects. */
export async function downloadMedia(
  what: MediaKind,
  address: string,
  { timeoutMs = 20_000, trustedOrigin, signal }: DownloadSettings = {},
): Promise<FetchedMedia> {
  const end = new AbortController();
  const abort = () => end.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  try {
    return await follow(what, address, { signal: end.signal, trustedOrigin });
  } catch (error) {
    if (error instanceof AddressRefused) return addressRefused(error.message);
    return { kind: 'failed', detail: end.signal.aborted ? 'no answer in time' : describe(error) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    // Whatever is still coming is not wanted any more.
    abort();
  }
}

/** Content servers send on to each other; every step is checked like the first. */
async function follow(
  what: MediaKind,
  address: string,
  opening: Parameters<typeof openUrl>[1],
): Promise<FetchedMedia> {
  let url = URL.parse(address);
  for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
    if (!url) return addressRefused('not a URL');
    const response = await openUrl(url, opening);
    const { statusCode: status = 0, headers } = response;
    if (status === 200) return readMedia(what, response, headers['content-length']);
    response.destroy();
    if (status < 300 || status >= 400 || headers.location === undefined) {
      return status >= 500 || status === 429
        ? { kind: 'failed', detail: `HTTP ${status}` }
        : { kind: 'refused', reason: 'gone', detail: `HTTP ${status}` };
    }
    url = URL.parse(headers.location, url);
  }
  return { kind: 'failed', detail: 'too many redirects' };
}

const MOST_REDIRECTS = 3;

function addressRefused(detail: string): FetchedMedia {
  return { kind: 'refused', reason: 'address-refused', detail };
}

/** Without the URL: who has it can see what was sent. */
function describe(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
}
