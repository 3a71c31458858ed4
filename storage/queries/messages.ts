import { sql } from 'kysely';
import type { DutyRef } from '#domain/catalogue.ts';
import type { BotId, Choice, OutgoingMessage } from '#domain/channel.ts';
import type { Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** What goes out first: `urgent` before `reply` before `routine`; within one, the oldest. */
export type Priority = 'urgent' | 'reply' | 'routine';

const ranks = { urgent: 0, reply: 1, routine: 2 } as const satisfies Record<Priority, number>;

/** What a row says. What is no text is composed at sending, from what the tables hold then. */
export type MessageContent =
  | ({ kind: 'text' } & OutgoingMessage)
  | { kind: 'reminder'; role: ReminderRole }
  /** How the open incidents of the officer's units stand. */
  | { kind: 'incident-digest' }
  /** Time limits of an incident that have come to a step, those of them that are still owed then. */
  | { kind: 'incident-clock'; incidentId: string; clocks: DutyRef[] }
  /** A step of an incident's escalation; rounds count from 1, steps from 0. */
  | { kind: 'incident-alert'; incidentId: string; round: number; step: number }
  /** Whoever handles it has not been heard of for a while. */
  | { kind: 'incident-asked-again'; incidentId: string }
  /** Take the buttons away from an earlier message of ours, named by its row. */
  | { kind: 'retire'; messageId: string };

export type ReminderRole = 'reporter' | 'head' | 'coordinator';

export interface NewMessage {
  id: string;
  /** Makes putting the same message in line twice harmless. */
  key?: string;
  bot: BotId;
  chatId: string;
  officerId?: string;
  /** `reply`, `retire`, `chat-notice` belong to their chat; `reminder` and `notice` follow the officer. */
  kind: string;
  priority: Priority;
  content: MessageContent;
  createdAt: Instant;
}

/** A statement takes 65,535 parameters at most, and a message has 16. */
const rowsPerStatement = 1_000;

/** Puts messages in line and, at the commit, wakes whoever delivers for their bots. Rows whose key exists are left out. */
export async function putInLine(tx: Tx, messages: NewMessage[]): Promise<void> {
  for (let start = 0; start < messages.length; start += rowsPerStatement) {
    await tx
      .insertInto('messages')
      .values(messages.slice(start, start + rowsPerStatement).map(rowOf))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
  for (const bot of new Set(messages.map((message) => message.bot))) {
    await sql`select pg_notify('messages', ${bot})`.execute(tx);
  }
}

function rowOf(message: NewMessage) {
  return {
    id: message.id,
    key: message.key ?? null,
    bot: message.bot,
    chatId: message.chatId,
    officerId: message.officerId ?? null,
    kind: message.kind,
    priority: ranks[message.priority],
    content: json(message.content) as never,
    createdAt: message.createdAt,
    notBefore: null,
    claimedAt: null,
    claimedBy: null,
    sentAt: null,
    platformMessageId: null,
    sent: null,
    reason: null,
  };
}

/** Which of these keys are taken. */
export async function knownKeys(db: Reader, keys: string[]): Promise<Set<string | null>> {
  if (keys.length === 0) return new Set();
  const rows = await db.selectFrom('messages').select('key').where('key', 'in', keys).execute();
  return new Set(rows.map(({ key }) => key));
}

export interface ClaimedMessage {
  id: string;
  bot: BotId;
  chatId: string;
  officerId: string | null;
  kind: string;
  urgent: boolean;
  content: MessageContent;
  attempts: number;
  uncertain: number;
}

/**
 * Takes the next message of a bot: urgent first, then oldest, never for a chat in `busyChats` (one in flight
 * there, or written to too short a time ago). A message that waits for its retry, or that another process (perhaps a
 * dead one) is sending, holds back the later ones of its chat, except urgent ones. `wallNow` is wall time. What the bot's
 * quota does not allow now stays where it is: all that is not urgent, or what of it was put in line before an instant.
 */
export async function claimNext(
  tx: Tx,
  claim: {
    bot: BotId;
    holder: string;
    wallNow: Instant;
    busyChats: readonly string[];
    urgentOnly?: boolean;
    notUrgentSince?: Instant;
  },
): Promise<ClaimedMessage | undefined> {
  const { rows } = await sql<ClaimedMessage>`
    update messages set status = 'sending', claimed_at = ${claim.wallNow}, claimed_by = ${claim.holder}, attempts = attempts + 1
    where id = (
      select candidate.id from messages candidate
      where candidate.bot = ${claim.bot} and candidate.status = 'waiting'
        and (candidate.not_before is null or candidate.not_before <= ${claim.wallNow})
        and candidate.chat_id <> all (${busyList(claim.busyChats)})
        and ${allowedBy(claim)}
        and (candidate.priority = 0 or not exists (
          select 1 from messages earlier
          where earlier.bot = candidate.bot and earlier.chat_id = candidate.chat_id and earlier.seq < candidate.seq
            and (earlier.status = 'sending' or (earlier.status = 'waiting' and earlier.not_before > ${claim.wallNow}))))
      order by candidate.priority, candidate.seq
      limit 1
      for update skip locked)
    returning id, bot, chat_id, officer_id, kind, priority = 0 as urgent, content, attempts, uncertain`.execute(
    tx,
  );
  return rows[0];
}

/** With only urgent ones the index leads to them, however many others wait. */
function allowedBy({ urgentOnly, notUrgentSince }: { urgentOnly?: boolean; notUrgentSince?: Instant }) {
  if (urgentOnly) return sql`candidate.priority = 0`;
  if (notUrgentSince) return sql`(candidate.priority = 0 or candidate.created_at >= ${notUrgentSince})`;
  return sql`true`;
}

function busyList(chats: readonly string[]) {
  return sql`array[${sql.join(['', ...chats].map((chat) => sql`${chat}::text`))}]`;
}

/** When the next waiting message of a bot may be tried, wall time; undefined when none waits for a time. */
export async function nextRetryAt(db: Reader, bot: BotId): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('messages')
    .select((select) => select.fn.min('notBefore').as('at'))
    .where('bot', '=', bot)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/**
 * Claims whose holder has not said how the send ended go back in line, marked: the person may have got them.
 * `claimedBefore` is wall time.
 */
export async function freeExpiredClaims(
  tx: Tx,
  expired: { bot: BotId; claimedBefore: Instant },
): Promise<void> {
  await tx
    .updateTable('messages')
    .set((column) => ({
      status: 'waiting',
      claimedAt: null,
      claimedBy: null,
      uncertain: column('uncertain', '+', 1),
      reason: 'claim expired',
    }))
    .where('bot', '=', expired.bot)
    .where('status', '=', 'sending')
    .where('claimedAt', '<', expired.claimedBefore)
    .execute();
}

/** At the start on PGlite, where no other process can be sending: whatever was being sent may have arrived. */
export async function freeAllClaims(tx: Tx): Promise<void> {
  await tx
    .updateTable('messages')
    .set((column) => ({
      status: 'waiting',
      claimedAt: null,
      claimedBy: null,
      uncertain: column('uncertain', '+', 1),
      reason: 'stopped while sending',
    }))
    .where('status', '=', 'sending')
    .execute();
}

/** What was sent in a row, with the platform's id of it. */
export async function findSent(
  db: Reader,
  messageId: string,
): Promise<{ platformMessageId: string; text: string; choices: Choice[][] } | undefined> {
  const row = await db
    .selectFrom('messages')
    .select(['platformMessageId', 'sent'])
    .where('id', '=', messageId)
    .where('status', '=', 'sent')
    .executeTakeFirst();
  const sent = row?.sent as Partial<OutgoingMessage> | null | undefined;
  if (!row?.platformMessageId || sent?.text === undefined) return undefined;
  return { platformMessageId: row.platformMessageId, text: sent.text, choices: sent.choices ?? [] };
}

/** How many messages are still to go out, over all bots. */
export async function countInLine(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('messages')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('status', 'in', ['waiting', 'sending'])
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/**
 * The message that a chat got last, as it was shown; edits of earlier ones do not count. With `by` (platform's clock), the
 * last that stood there then; one that may have come several times counts from the first.
 */
export async function lastShownTo(
  db: Reader,
  { bot, chatId }: { bot: BotId; chatId: string },
  by?: Instant,
): Promise<{ id: string; shown: OutgoingMessage } | undefined> {
  const row = await db
    .selectFrom('messages')
    .select(['id', 'sent'])
    .where('bot', '=', bot)
    .where('chatId', '=', chatId)
    .where('status', '=', 'sent')
    .where('kind', '!=', 'retire')
    .$if(by !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('shownAt', 'is', null),
          where('shownAt', '<=', by as Instant),
          where('uncertain', '>', 0),
        ]),
      ),
    )
    .orderBy('sentAt', 'desc')
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return row?.sent ? { id: row.id, shown: row.sent as unknown as OutgoingMessage } : undefined;
}

/** Does it go to whichever chat its officer can be reached in? Answers and edits stay in theirs, as does what concerns one chat. */
export function followsOfficer({ kind }: Pick<ClaimedMessage, 'kind'>): boolean {
  return kind === 'reminder' || kind === 'notice';
}

/** The chat that a message was, or is to be, sent to. */
export async function chatOfMessage(
  db: Reader,
  messageId: string,
): Promise<{ bot: BotId; chatId: string } | undefined> {
  return db.selectFrom('messages').select(['bot', 'chatId']).where('id', '=', messageId).executeTakeFirst();
}

/** The other chats of its officer that a message about an incident was put in line for at the same instant. */
export async function chatsToldTheSame(
  db: Reader,
  messageId: string,
): Promise<{ bot: BotId; chatId: string }[]> {
  return db
    .selectFrom('messages as one')
    .innerJoin('messages as other', (join) =>
      join
        .onRef('other.officerId', '=', 'one.officerId')
        .onRef('other.kind', '=', 'one.kind')
        .onRef('other.createdAt', '=', 'one.createdAt')
        .onRef('other.id', '!=', 'one.id'),
    )
    .select(['other.bot', 'other.chatId'])
    .where('one.id', '=', messageId)
    .where('one.kind', 'like', 'incident-%')
    .execute();
}
