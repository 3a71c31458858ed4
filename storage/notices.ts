/** What a commit may tell whoever waits for it (`pg_notify`): the channel's name; the payload is the bot's id. */
export const noticeChannels = ['messages', 'attachments'] as const;

type NoticeChannel = (typeof noticeChannels)[number];

type Listener = (bot: string) => void;

/** Passes what the database says on to those who listen in this process. */
export interface Notices {
  heard(channel: string, bot: string): void;
  /** Returns the end of it. */
  listen(channel: NoticeChannel, listener: Listener): () => void;
}

export function createNotices(): Notices {
  const listeners: Record<string, Set<Listener>> = { messages: new Set(), attachments: new Set() };
  return {
    heard(channel, bot) {
      for (const listener of listeners[channel] ?? []) listener(bot);
    },
    listen(channel, listener) {
      listeners[channel]?.add(listener);
      return () => listeners[channel]?.delete(listener);
    },
  };
}
