import type { ChannelKind } from '#domain/channel.ts';
import type { Say } from '#locales/text.ts';
import type { LinkedChat } from '#storage/queries/identities.ts';

/** "Zalo", "Telegram". */
export function channelName(say: Say, channel: ChannelKind): string {
  return say(names[channel]);
}

/** What each of an officer's chats is called, by id: "Telegram"; of several on one channel, "Zalo 1", "Zalo 2", the oldest first. */
export function chatNames(say: Say, chats: readonly LinkedChat[]): (chat: { id: string }) => string {
  const oldestFirst = [...chats].sort(
    (a, b) => a.linkedAt.getTime() - b.linkedAt.getTime() || a.id.localeCompare(b.id),
  );
  const named = new Map<string, string>();
  for (const alike of Map.groupBy(oldestFirst, ({ channel }) => channel).values()) {
    for (const [at, { id, channel }] of alike.entries()) {
      const name = channelName(say, channel);
      named.set(id, alike.length === 1 ? name : say('channel-of-several', { channel: name, number: at + 1 }));
    }
  }
  return ({ id }) => named.get(id) ?? '';
}

const names = {
  zalo: 'channel-zalo',
  telegram: 'channel-telegram',
  rehearsal: 'channel-rehearsal',
} as const satisfies Record<ChannelKind, string>;
