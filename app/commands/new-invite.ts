import type { ChannelKind } from '#domain/channel.ts';
import { inviteDays } from '#domain/invite-code.ts';
import { hasQuota } from '#domain/quota.ts';
import type { Instant } from '#domain/time.ts';
import { botsToOffer } from '#handlers/bots-to-offer.ts';
import { inviteDigest } from '#handlers/join.ts';
import { addInvite } from '#storage/queries/invites.ts';
import type { Tx } from '#storage/store.ts';
import type { CommandContext } from '#app/commands/command.ts';
import { type InviteLink, inviteLinks } from '#app/commands/invite-links.ts';

/** A code that opens an officer's chat, and where to send it. It is shown this once: only its digest is kept. */
export interface NewInvite {
  inviteCode: string;
  links: InviteLink[];
  /** Channels where every bot has as many people as its plan allows. */
  full?: ChannelKind[];
}

/**
 * Makes an invite that may be used for `inviteDays` days; the ones before it, and link codes, are over. It keeps a place at
 * the bot that it names, where a bot's places are limited.
 */
export async function newInvite(
  tx: Tx,
  { newId, newInviteCode, quota }: CommandContext,
  { officerId, now }: { officerId: string; now: Instant },
): Promise<NewInvite> {
  const inviteCode = newInviteCode();
  const { bots, full } = await botsToOffer(tx, { officerId, limits: quota, now });
  const limited = bots.find(({ channel }) => hasQuota(channel));
  await addInvite(tx, {
    ...{ id: newId(), officerId, codeDigest: inviteDigest(inviteCode), createdAt: now },
    expiresAt: new Date(now.getTime() + inviteDays * 24 * 60 * 60_000),
    ...(limited ? { bot: limited.bot } : {}),
  });
  return { inviteCode, links: inviteLinks(bots, inviteCode), ...(full.length > 0 ? { full } : {}) };
}
