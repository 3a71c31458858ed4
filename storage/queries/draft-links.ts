import { createHash } from 'node:crypto';
import type { PaperKind } from '#domain/incident/papers/paper-forms.ts';
import type { Instant } from '#domain/time.ts';
import type { Reader, Tx } from '#storage/store.ts';

export interface DraftLink {
  incidentId: string;
  paper: PaperKind;
  /** Who asked for it. */
  officerId: string;
}

/** A new link to a draft; the ones that this officer had to the same draft open nothing any more. */
export async function addDraftLink(
  tx: Tx,
  { secret, at, expiresAt, ...link }: DraftLink & { secret: string; at: Instant; expiresAt: Instant },
): Promise<void> {
  await tx
    .updateTable('draftLinks')
    .set({ expiresAt: at })
    .where('incidentId', '=', link.incidentId)
    .where('paper', '=', link.paper)
    .where('officerId', '=', link.officerId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .execute();
  await tx
    .insertInto('draftLinks')
    .values({ digest: digestOf(secret), ...link, createdAt: at, expiresAt, usedAt: null })
    .execute();
}

/** What a link opens, if it can still be used. */
export async function findOpenDraftLink(
  db: Reader,
  secret: string,
  now: Instant,
): Promise<DraftLink | undefined> {
  return db
    .selectFrom('draftLinks')
    .select(['incidentId', 'paper', 'officerId'])
    .where('digest', '=', digestOf(secret))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** Uses a link up. False when it was used, or has expired, in the meantime: of two that ask at once one gets the draft. */
export async function useDraftLink(tx: Tx, secret: string, now: Instant): Promise<boolean> {
  const row = await tx
    .updateTable('draftLinks')
    .set({ usedAt: now })
    .where('digest', '=', digestOf(secret))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .returning('digest')
    .executeTakeFirst();
  return row !== undefined;
}

/** A secret of 32 random bytes is not to be guessed, so a plain digest keeps it. */
function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
