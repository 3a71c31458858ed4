import { hasQuota } from '#domain/quota.ts';
import { placesOf } from '#storage/queries/bot-places.ts';
import { findOpenInvite, nameBotInInvite } from '#storage/queries/invites.ts';
import { botsToOffer } from '#handlers/bots-to-offer.ts';
import type { Turn } from '#handlers/turn.ts';

/**
 * What a newcomer with a good code is told when this bot has as many people as its plan allows: where to send it instead.
 * The code stays good, and keeps a place there. Undefined when there is room, and for a code that is no good.
 */
export async function toldWhenFull(turn: Turn, codeDigest: string): Promise<string | undefined> {
  const { tx, deps, message, now, say } = turn;
  if (!hasQuota(message.channel)) return undefined;
  const invite = await findOpenInvite(tx, codeDigest, now);
  if (!invite) return undefined;
  const [here] = await placesOf(tx, [message.bot], { now, without: invite.officerId });
  // A place that was promised to this person is theirs; one promised to others is not.
  const promised = invite.bot === message.bot ? 0 : (here?.invited ?? 0);
  if ((here?.linked ?? 0) + promised < deps.quota.usersPerBot) return undefined;

  const { bots } = await botsToOffer(tx, { officerId: invite.officerId, limits: deps.quota, now });
  const [there] = bots.filter(({ bot }) => bot !== message.bot);
  if (!there) return say('bot-full-all');
  await nameBotInInvite(tx, invite.id, there.bot);
  return say('bot-full', { name: there.name, link: there.link });
}
