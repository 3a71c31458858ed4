import type { BotId } from '#domain/channel.ts';
import type { Instant } from '#domain/time.ts';
import type { Reader, Tx } from '#storage/store.ts';
import type { InviteKind } from '#storage/tables.ts';

/**
 * A new code for an officer. An invite ends all codes before it; one that links another chat (`link`) ends only those of
 * its kind, so that an invite which is still on its way to the officer stays good.
 */
export async function addInvite(
  tx: Tx,
  invite: {
    id: string;
    officerId: string;
    kind?: InviteKind;
    codeDigest: string;
    /** Keeps a place there for the officer. */
    bot?: BotId;
    createdAt: Instant;
    expiresAt: Instant;
  },
): Promise<void> {
  const ended: InviteKind[] = invite.kind === 'link' ? ['link'] : ['invite', 'link'];
  await tx
    .updateTable('invites')
    .set({ expiresAt: invite.createdAt })
    .where('officerId', '=', invite.officerId)
    .where('kind', 'in', ended)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', invite.createdAt)
    .execute();
  await tx
    .insertInto('invites')
    .values({ ...invite, usedAt: null })
    .execute();
}

/** A code that can still be used. */
export async function findOpenInvite(
  db: Reader,
  codeDigest: string,
  now: Instant,
): Promise<{ id: string; officerId: string; bot: BotId | null } | undefined> {
  return db
    .selectFrom('invites')
    .select(['id', 'officerId', 'bot'])
    .where('codeDigest', '=', codeDigest)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** From now on the invite keeps its place at this bot. */
export async function nameBotInInvite(tx: Tx, id: string, bot: BotId): Promise<void> {
  await tx.updateTable('invites').set({ bot }).where('id', '=', id).execute();
}

export type Redeemed =
  | { kind: 'redeemed'; officerId: string }
  /** `link`: it was a link code, so that its owner can get another one by themselves. `own`: it was for whom it is shown by. */
  | { kind: 'expired'; link?: true; own?: true }
  /** A link code that its owner has sent from a chat of theirs: it is kept for the other one. */
  | { kind: 'own-link' }
  | { kind: 'unknown' };

/** Uses up a code: once, and before it expires. `by`: whose chat it is shown in, if anybody's. */
export async function redeemInvite(tx: Tx, codeDigest: string, now: Instant, by?: string): Promise<Redeemed> {
  const invite = await tx
    .selectFrom('invites')
    .select(['id', 'officerId', 'kind', 'expiresAt', 'usedAt'])
    .where('codeDigest', '=', codeDigest)
    .forUpdate()
    .executeTakeFirst();
  if (!invite) return { kind: 'unknown' };
  if (invite.usedAt || invite.expiresAt <= now) {
    const isOwn = invite.officerId === by;
    return {
      kind: 'expired',
      ...(invite.kind === 'link' ? { link: true } : {}),
      ...(isOwn ? { own: true } : {}),
    };
  }
  if (invite.kind === 'link' && invite.officerId === by) return { kind: 'own-link' };
  await tx.updateTable('invites').set({ usedAt: now }).where('id', '=', invite.id).execute();
  return { kind: 'redeemed', officerId: invite.officerId };
}
