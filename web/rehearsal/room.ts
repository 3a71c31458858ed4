import type { PhoneLook } from '#bot/rehearsal/channel.ts';
import type { Choice, IncomingMessage } from '#domain/channel.ts';
import type { PositionKind } from '#domain/organisation.ts';
import type { Instant, ZoneName } from '#domain/time.ts';
import type { Language } from '#locales/text.ts';

/** What the rehearsal room needs of the product. */
export interface Room {
  zone: ZoneName;
  /** The language that the page opens in. */
  language: Language;
  /** Every text of the page (`room-…`); none takes values. */
  texts(language: Language): Record<string, string>;
  /** The phones asked for, in that order (unknown ones left out); those of the demo units when none is asked for. */
  state(open: readonly string[]): Promise<RoomState>;
  upcoming(): Promise<Upcoming>;
  /**
   * Runs what a person did through the engine and returns once it is committed. What was typed, or sent, is published to the
   * listeners as a message whose id is `updateId`; a replayed update changes nothing and is `received` again.
   */
  receive(message: IncomingMessage): Promise<Receipt>;
  /** From now on the phone behaves as on that platform; what stands on it stays. */
  setLook(chatId: string, look: PhoneLook): Promise<Receipt>;
  /** Stops at each due instant on the way and delivers there; returns when all is out, or after 10 s of waiting. */
  moveClock(to: Instant): Promise<ClockMove>;
  /** Returns what ends the subscription. */
  subscribe(listener: RoomListener): () => void;
}

export interface RoomState {
  upcoming: Upcoming;
  phones: Phone[];
  /** Who else can be opened on a phone. */
  others: PhoneOwner[];
}

/** Where the rehearsal clock stands, and the next instants at which something happens by itself. */
export interface Upcoming {
  now: Instant;
  nextReminder?: Instant;
  nextDeadline?: Instant;
  /** A step of an open incident: an alert, a reminder of a time limit, a question. */
  nextIncident?: Instant;
}

export interface PhoneOwner {
  chatId: string;
  name: string;
  /** Empty for a phone on which nobody is signed in yet. */
  positions: PositionKind[];
  /** The unit's name. */
  unit?: string;
}

export interface Phone extends PhoneOwner {
  channelLook: PhoneLook;
  /** Oldest first; the newest hundred or so are enough. */
  messages: PhoneMessage[];
}

export interface PhoneMessage {
  /** The channel's id of what the bot sent; of what the person typed, the update's. */
  id: string;
  from: 'bot' | 'person';
  text: string;
  at: Instant;
  choices?: Choice[][];
  /** Its choices were taken away. */
  retired?: boolean;
}

type Receipt = { kind: 'received' } | { kind: 'unknown-phone' };

export type ClockMove =
  | { kind: 'moved'; now: Instant; due: DueItem[]; undelivered: number }
  /** The clock stands later than that already. */
  | { kind: 'backwards'; now: Instant }
  /** Another move has not come to its end. */
  | { kind: 'busy'; now: Instant }
  /** Further than a rehearsal goes in one move. */
  | { kind: 'too-far'; now: Instant; latest: Instant };

/** So many things of one kind fell due at that instant. */
export interface DueItem {
  at: Instant;
  /** The page knows the words for those in `room-due-…`; any other is shown as "something else". */
  kind: string;
  count: number;
}

export type RoomListener = (event: RoomEvent) => void;

export type RoomEvent =
  | { kind: 'message'; chatId: string; message: PhoneMessage }
  | { kind: 'retired'; chatId: string; messageId: string; text: string }
  /** The clock was moved (`moving: false`), or is on its way and has come to here (`moving: true`). */
  | { kind: 'clock'; now: Instant; moving: boolean }
  | { kind: 'due'; item: DueItem };
