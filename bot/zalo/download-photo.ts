import type { IncomingMessage } from 'node:http';

import { type ImageType, imageType, imageTypeBytes } from '#bot/zalo/image-type.ts';
import { AddressRefused, openUrl } from '#bot/zalo/open-url.ts';

export type DownloadedPhoto =
  | { kind: 'photo'; type: ImageType; bytes: Buffer }
  /** Larger than `photoLimitBytes`. */
  | { kind: 'too-large' }
  /** Whatever it calls itself, its content is no picture that we take. */
  | { kind: 'not-an-image' }
  /** The URL has expired, or never was. */
  | { kind: 'gone'; status: number }
  /** Not https, or not on the public Internet: somebody tries to look into our network. */
  | { kind: 'address-refused'; detail: string }
  /** The network, or the server over there: asking again may help. */
  | { kind: 'failed'; detail: string };

export interface DownloadSettings {
  /** For all of it, ms. */
  timeoutMs?: number;
  /** The origin of `ZALO_API_ROOT`: where it is a server of the operator's own, its photos may be too. */
  trustedOrigin?: string;
}

export const photoLimitBytes = 10 * 1024 * 1024;

/** Fetches a photo that somebody sent, at once: its URL is public and expires. Never rejects. */
export async function downloadPhoto(
  address: string,
  { timeoutMs = 20_000, trustedOrigin }: DownloadSettings = {},
): Promise<DownloadedPhoto> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), timeoutMs);
  try {
    return await follow(address, { signal: end.signal, trustedOrigin });
  } catch (error) {
    if (error instanceof AddressRefused) return { kind: 'address-refused', detail: error.message };
    return { kind: 'failed', detail: end.signal.aborted ? 'no answer in time' : describe(error) };
  } finally {
    clearTimeout(timer);
    // Whatever is still coming is not wanted any more.
    end.abort();
  }
}

/** Content servers send on to each other; every step is checked like the first. */
async function follow(address: string, opening: Parameters<typeof openUrl>[1]): Promise<DownloadedPhoto> {
  let url = URL.parse(address);
  for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
    if (!url) return { kind: 'address-refused', detail: 'not a URL' };
    const response = await openUrl(url, opening);
    const { statusCode: status = 0, headers } = response;
    if (status === 200) return read(response);
    response.destroy();
    if (status < 300 || status >= 400 || headers.location === undefined) {
      return status >= 500 || status === 429
        ? { kind: 'failed', detail: `HTTP ${status}` }
        : { kind: 'gone', status };
    }
    url = URL.parse(headers.location, url);
  }
  return { kind: 'failed', detail: 'too many redirects' };
}

const MOST_REDIRECTS = 3;

async function read(response: IncomingMessage): Promise<DownloadedPhoto> {
  if (Number(response.headers['content-length'] ?? 0) > photoLimitBytes) return { kind: 'too-large' };
  const chunks: Buffer[] = [];
  let size = 0;
  let type: ImageType | undefined;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > photoLimitBytes) return { kind: 'too-large' };
    if (type !== undefined || size < imageTypeBytes) continue;
    type = imageType(Buffer.concat(chunks));
    if (type === undefined) return { kind: 'not-an-image' };
  }
  return type === undefined
    ? { kind: 'not-an-image' }
    : { kind: 'photo', type, bytes: Buffer.concat(chunks) };
}

/** Without the URL: who has it can see the photo. */
function describe(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
}
