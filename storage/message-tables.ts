import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** The rows about what comes in and goes out; `storage/tables.ts` lists them with all others. */

/** `sending`: claimed by a deliverer. `failed`: given up after too many tries. */
export type MessageStatus = 'waiting' | 'sending' | 'sent' | 'refused' | 'cancelled' | 'failed';

export interface InboxRow {
  bot: string;
  updateId: string;
  chatId: string;
  receivedAt: Date;
  status: 'done' | 'failing' | 'failed';
  attempts: number;
}

export interface MessageRow {
  id: string;
  /** The order in which messages were put in line. */
  seq: Generated<number>;
  /** Deterministic where the same message must not be planned twice. */
  key: string | null;
  bot: string;
  chatId: string;
  officerId: string | null;
  kind: string;
  /** 0 urgent, 1 reply, 2 routine: what goes out first. */
  priority: number;
  content: JSONColumnType<object>;
  status: ColumnType<MessageStatus, MessageStatus | undefined, MessageStatus>;
  createdAt: Date;
  /** Wall time. */
  notBefore: Date | null;
  /** Wall time. */
  claimedAt: Date | null;
  claimedBy: string | null;
  attempts: ColumnType<number, number | undefined, number>;
  /** Sends whose outcome nobody knows: the person may have got it so many times more. */
  uncertain: ColumnType<number, number | undefined, number>;
  sentAt: Date | null;
  /** When it stood in the chat, by the platform's clock; absent where that says nothing of use. */
  shownAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  platformMessageId: string | null;
  /** What was sent, frozen as proof. */
  sent: JSONColumnType<object> | null;
  reason: string | null;
}

/** How many messages of a kind a bot has sent or received in a calendar month of the product's zone. */
export interface UsedMessageRow {
  bot: string;
  /** `2026-12`. */
  month: string;
  direction: 'sent' | 'received';
  kind: string;
  count: number;
}

/** A bot whose platform has said that its messages of the month are used up; over when lifted. */
export interface BotPauseRow {
  bot: string;
  since: Date;
  until: Date;
  /** When an urgent message that has no other way may see whether it is still so. */
  askAgainAt: Date;
  liftedAt: Date | null;
}
