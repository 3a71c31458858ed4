import type { BotId, Channel, FetchedMedia, MediaContent, MediaSource } from '#domain/channel.ts';
import { fetchAttachments } from '#scheduler/fetch-attachments.ts';
import type { Store } from '#storage/store.ts';
import type { Engine } from '#test/kit/engine.ts';
import type { Story } from '#test/kit/province.ts';

/** The beginning of a picture, and of a voice message, by which they are known; the rest does not matter. */
export const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 7)]);
export const ogg = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(500, 7)]);

/** A photo that the platform keeps under this id. */
export function photo(id: string, caption?: string): MediaContent {
  return {
    ...{ kind: 'media', what: 'photo', source: { kind: 'file', id } },
    ...(caption !== undefined && { caption }),
  };
}

export interface Downloads {
  /** Asked for, in order. */
  asked: MediaSource[];
  /** The next downloads end like this; all others bring `jpeg`. */
  nextEnds(...results: FetchedMedia[]): void;
  channel: Channel;
  /** Downloads whatever can be downloaded now. */
  all(): Promise<void>;
}

/** The story's phones, whose platform also gives what was sent. */
export function downloadsOf({ engine, phones }: Story): Downloads {
  const asked: MediaSource[] = [];
  const results: FetchedMedia[] = [];
  const channel: Channel = {
    ...phones.channel,
    async fetchMedia(_, source) {
      asked.push(source);
      return results.shift() ?? { kind: 'fetched', contentType: 'image/jpeg', bytes: jpeg };
    },
  };
  return {
    ...{ asked, channel, all: () => fetchAll(engine, channel) },
    nextEnds: (...next) => void results.push(...next),
  };
}

/** Downloads whatever can be downloaded now, and returns when nothing is left or under way. */
async function fetchAll(engine: Pick<Engine, 'deliverDeps'>, channel: Channel): Promise<void> {
  const stop = new AbortController();
  await fetchAttachments({ ...engine.deliverDeps(channel), onIdle: () => stop.abort() }, stop.signal);
}

/** What the table holds, oldest first. */
export async function attachmentRows({ store }: { store: Store }, bot?: BotId) {
  const rows = await store.db
    .selectFrom('attachments')
    .selectAll()
    .$if(bot !== undefined, (query) => query.where('bot', '=', bot ?? ''))
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map(({ bytes, ...row }) => ({ ...row, bytes: bytes && Buffer.from(bytes) }));
}
