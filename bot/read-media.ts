import { type FetchedMedia, type MediaKind, mediaLimitBytes } from '#domain/channel.ts';
import { audioType } from '#bot/audio-type.ts';
import { imageType } from '#bot/image-type.ts';

/**
 * Reads a picture or a voice message as it arrives, and no further than has to be: not beyond the limit, and not beyond
 * the first bytes when these are of something else. Rejects when the stream breaks off. `length`: as the header says, bytes.
 */
export async function readMedia(
  what: MediaKind,
  body: AsyncIterable<Uint8Array>,
  length: string | null | undefined,
): Promise<FetchedMedia> {
  if (Number(length ?? 0) > mediaLimitBytes) return tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  let contentType: string | undefined;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mediaLimitBytes) return tooLarge;
    if (contentType !== undefined || size < firstBytes) continue;
    contentType = typeOf[what](Buffer.concat(chunks));
    if (contentType === undefined) return otherContent;
  }
  return contentType === undefined
    ? otherContent
    : { kind: 'fetched', contentType, bytes: Buffer.concat(chunks) };
}

const typeOf = { photo: imageType, voice: audioType } as const;

/** What tells the types apart. */
const firstBytes = 12;

const tooLarge: FetchedMedia = {
  kind: 'refused',
  reason: 'too-large',
  detail: `over ${mediaLimitBytes} bytes`,
};

const otherContent: FetchedMedia = {
  kind: 'refused',
  reason: 'other-content',
  detail: 'its first bytes are of something else',
};
