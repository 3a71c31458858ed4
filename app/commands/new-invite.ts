import { inviteDays } from '#domain/invite-code.ts';
import type { Instant } from '#domain/time.ts';
import { inviteDigest } from '#handlers/join.ts';
import { addInvite } from '#storage/queries/invites.ts';
import type { Tx } from '#storage/store.ts';
import type { CommandContext } from '#app/commands/command.ts';
import { type InviteLink, inviteLinks } from '#app/commands/invite-links.ts';

/** A code that opens an officer's chat, and where to send it. It is shown this once: only its digest is kept. */
export interface NewInvite {
  inviteCode: string;
  links: InviteLink[];
}

/** Makes an invite that may be used for `inviteDays` days; the ones before it, and link codes, are over. */
export async function newInvite(
  tx: Tx,
  { newId, newInviteCode }: CommandContext,
  { officerId, now }: { officerId: string; now: Instant },
): Promise<NewInvite> {
  const inviteCode = newInviteCode();
  await addInvite(tx, {
    ...{ id: newId(), officerId, codeDigest: inviteDigest(inviteCode), createdAt: now },
    expiresAt: new Date(now.getTime() + inviteDays * 24 * 60 * 60_000),
  });
  return { inviteCode, links: await inviteLinks(tx, inviteCode) };
}
