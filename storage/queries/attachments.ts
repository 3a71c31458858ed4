import { sql } from 'kysely';
import type { BotId, MediaKind, MediaSource } from '#domain/channel.ts';
import type { Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { AttachmentStatus } from '#storage/attachment-table.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** A picture or a voice message that somebody sent; its bytes are still with the platform. */
export interface NewAttachment {
  id: string;
  officerId: string;
  bot: BotId;
  chatId: string;
  kind: MediaKind;
  source: MediaSource | undefined;
  createdAt: Instant;
  /** It will not be downloaded, and why. */
  refused?: string | undefined;
}

/** Notes it and, at the commit, wakes whoever downloads for its bot. */
export async function putAttachment(
  tx: Tx,
  { refused, source, ...attachment }: NewAttachment,
): Promise<void> {
  await tx
    .insertInto('attachments')
    .values({
      ...attachment,
      ...{ status: refused === undefined ? 'wanted' : 'refused', reason: refused ?? null },
      ...{ source: source ? (json(source) as never) : null, attempts: 0, notBefore: null, incidentId: null },
      ...{ contentType: null, bytes: null, sha256: null },
    })
    .execute();
  if (refused === undefined) await sql`select pg_notify('attachments', ${attachment.bot})`.execute(tx);
}

/** How many an officer has sent since then. */
export async function countAttachments(
  db: Reader,
  { officerId, since }: { officerId: string; since: Instant },
): Promise<number> {
  const row = await db
    .selectFrom('attachments')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('officerId', '=', officerId)
    .where('createdAt', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export interface WantedAttachment {
  id: string;
  officerId: string;
  chatId: string;
  kind: MediaKind;
  source: MediaSource;
  createdAt: Instant;
  /** With this one. */
  attempts: number;
}

/**
 * Takes the oldest that a bot is to download now. Nobody else gets it before `until`: then whoever took it has died.
 * Both are wall time.
 */
export async function claimWanted(
  tx: Tx,
  claim: { bot: BotId; wallNow: Instant; until: Instant },
): Promise<WantedAttachment | undefined> {
  const { rows } = await sql<WantedAttachment>`
    update attachments set attempts = attempts + 1, not_before = ${claim.until}
    where id = (
      select id from attachments
      where bot = ${claim.bot} and status = 'wanted' and (not_before is null or not_before <= ${claim.wallNow})
      order by created_at, id
      limit 1
      for update skip locked)
    returning id, officer_id, chat_id, kind, source, created_at, attempts`.execute(tx);
  return rows[0];
}

/** How a download ended, or when it is tried again. */
export type FetchOutcome =
  | { kind: 'stored'; contentType: string; bytes: Uint8Array; sha256: string }
  | { kind: 'refused' | 'failed'; reason: string }
  /** Wall time. */
  | { kind: 'again'; notBefore: Instant; reason: string };

/** False when that was recorded before. */
export async function recordFetched(tx: Tx, id: string, outcome: FetchOutcome): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('attachments')
    .set(changeBy(outcome))
    .where('id', '=', id)
    .where('status', '=', 'wanted')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function changeBy(outcome: FetchOutcome) {
  switch (outcome.kind) {
    case 'stored': {
      const { contentType, bytes, sha256 } = outcome;
      return { status: 'stored' as const, reason: null, notBefore: null, contentType, bytes, sha256 };
    }
    case 'refused':
    case 'failed':
      return { status: outcome.kind, reason: outcome.reason, notBefore: null };
    case 'again':
      return { notBefore: outcome.notBefore, reason: outcome.reason };
  }
}

/** What an officer has sent since then belongs to this incident, unless it belongs to another. Returns how many. */
export async function joinToIncident(
  tx: Tx,
  { officerId, since, incidentId }: { officerId: string; since: Instant; incidentId: string },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('attachments')
    .set({ incidentId })
    .where('officerId', '=', officerId)
    .where('createdAt', '>=', since)
    .where('incidentId', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export interface Attachment {
  id: string;
  officerId: string;
  kind: MediaKind;
  status: AttachmentStatus;
  reason: string | null;
  contentType: string | null;
  sha256: string | null;
  createdAt: Instant;
}

/** Without their bytes, oldest first. */
export async function attachmentsOf(db: Reader, incidentId: string): Promise<Attachment[]> {
  return db
    .selectFrom('attachments')
    .select(['id', 'officerId', 'kind', 'status', 'reason', 'contentType', 'sha256', 'createdAt'])
    .where('incidentId', '=', incidentId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** Forgets those older than this that belong to no incident. Returns how many. */
export async function pruneAttachments(tx: Tx, olderThan: Instant): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('attachments')
    .where('createdAt', '<', olderThan)
    .where('incidentId', 'is', null)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
