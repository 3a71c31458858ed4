/** The port between the product and any chat platform. Shapes only; each platform has its folder under `bot/`. */

import type { Instant } from '#domain/time.ts';

export const channelKinds = ['telegram', 'zalo', 'rehearsal'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** One account on one platform, stable over restarts: `telegram:123456`, `rehearsal:room`. */
export type BotId = string;

export interface IncomingMessage {
  bot: BotId;
  channel: ChannelKind;
  /** Unique for the bot; what a replayed update is recognised by. */
  updateId: string;
  chatId: string;
  chatKind: 'private' | 'group';
  /** The platform shows no buttons: choices stood as numbered lines, and what is typed may name one of them. */
  withoutButtons?: true;
  /** When the person sent it, by the platform's clock (to the second or the ms); absent where that says nothing of use. */
  sentAt?: Instant;
  /** The name that the platform gives for the sender; never trusted, only shown. */
  senderName?: string;
  content: IncomingContent;
}

export type IncomingContent =
  | { kind: 'text'; text: string }
  /** A button was pressed: the data it carried and the platform's id of the message that it stood under. */
  | { kind: 'tap'; data: string; messageId?: string; callbackId?: string }
  /** A message that was sent before has been changed; what it says now is not an answer. */
  | { kind: 'edited' }
  | MediaContent
  | { kind: 'unsupported'; what: UnsupportedKind }
  /** The person stopped or restarted the bot. */
  | { kind: 'reachability'; reachable: boolean };

/** A picture or a voice message; its bytes are still with the platform. */
export interface MediaContent {
  kind: 'media';
  what: MediaKind;
  /** Absent where the platform does not say where it is. */
  source?: MediaSource;
  /** What was typed under it. */
  caption?: string;
}

export type MediaKind = 'photo' | 'voice';

/** Where the platform has it for a while. */
export type MediaSource =
  /** Shown to whoever knows the address; given only where that needs no token. */
  | { kind: 'url'; url: string }
  /** Given to the bot alone, under this id. */
  | { kind: 'file'; id: string };

export type UnsupportedKind = 'sticker' | 'document' | 'location' | 'contact' | 'other';

export interface OutgoingMessage {
  /** Plain text, no markup. */
  text: string;
  /** What the person may choose, in rows as they should stand; buttons, or numbered lines where there are none. */
  choices?: Choice[][];
  /**
   * Whether a number that is typed answers the question itself ("12", "5/12", "214/BC"). Without buttons, the choices
   * then stand under letters, so that no answer is mistaken for a choice.
   */
  takesNumbers?: boolean;
  /** The language of what a channel has to add, as "answer with a number". Default: Vietnamese. */
  language?: 'vi' | 'en';
}

export interface Choice {
  label: string;
  /** At most 64 bytes of UTF-8 (Telegram's `callback_data`). */
  data: string;
}

/**
 * `parts`: how many messages it took, where the platform counts them and that is not one of what was sent and none else.
 * `shownAt`: when it stood in the chat, by the clock that also gives `IncomingMessage.sentAt`.
 */
export type SendResult = { parts?: number } & (
  | { kind: 'sent'; messageId: string; shownAt?: Instant }
  /**
   * The platform asks to wait: nothing of this bot goes out for so long. `quotaUsedUp`: its messages of this month are
   * used up, so that it will be the same until the month turns; `afterMs` is then only when to ask again.
   */
  | { kind: 'retry'; afterMs: number; reason: string; quotaUsedUp?: true }
  /** It will never be taken. `blocked`: the person closed this chat to us. */
  | { kind: 'refused'; reason: 'blocked' | 'rejected'; detail: string }
  /** No answer came: it may have arrived. */
  | { kind: 'unknown'; detail: string }
);

/** `detail` is for the log and holds no address. */
export type FetchedMedia =
  | { kind: 'fetched'; contentType: string; bytes: Uint8Array }
  /** Asking again will not help. */
  | { kind: 'refused'; reason: MediaRefusal; detail: string }
  /** The network, or the server over there: asking again may help, not before `afterMs`. */
  | { kind: 'failed'; detail: string; afterMs?: number };

type MediaRefusal =
  /** Larger than we take. */
  | 'too-large'
  /** Whatever it calls itself, its content is no picture, or no sound, that we take. */
  | 'other-content'
  /** The platform does not have it any more, or never gave it to us. */
  | 'gone'
  /** Not on the public Internet: somebody tries to look into our network. */
  | 'address-refused';

export interface Channel {
  bot: BotId;
  kind: ChannelKind;
  limits: ChannelLimits;
  send(chatId: string, message: OutgoingMessage): Promise<SendResult>;
  /** Takes the buttons away from a message that was sent before; absent where the platform cannot edit. */
  retireChoices?(chatId: string, messageId: string, text: string): Promise<SendResult>;
  /** Best effort, after the commit, never awaited by anything that matters: "I heard you". */
  acknowledgeTap?(callbackId: string): Promise<void>;
  /**
   * Downloads what a person sent, at most `mediaLimitBytes`, in under 30 s; never rejects. Absent where nobody can send
   * anything. Once the signal aborts it is given up as `failed`.
   */
  fetchMedia?(what: MediaKind, source: MediaSource, signal: AbortSignal): Promise<FetchedMedia>;
}

/** The largest picture or voice message that we take, bytes. */
export const mediaLimitBytes = 10 * 1024 * 1024;

export interface ChannelLimits {
  /** Least time between the starts of two sends of the bot, ms. */
  botGapMs: number;
  /** Least time between the end of a send to a chat and the start of the next one there, ms. */
  chatGapMs: number;
  /** Longest text, in UTF-16 code units. */
  textLength: number;
}
