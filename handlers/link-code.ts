import type { ChannelKind } from '#domain/channel.ts';
import { linkForCode, linkMinutes, printedInviteCode } from '#domain/invite-code.ts';
import { hasQuota } from '#domain/quota.ts';
import type { Say } from '#locales/text.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import type { KnownBot } from '#storage/queries/bots.ts';
import { openChatsOf } from '#storage/queries/identities.ts';
import { addInvite } from '#storage/queries/invites.ts';
import { botsToOffer, type BotsToOffer } from '#handlers/bots-to-offer.ts';
import { channelName } from '#handlers/channel-words.ts';
import { inviteDigest } from '#handlers/join.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * "Liên kết thêm kênh": a code that joins the chat it is sent from to this person, once, for a few minutes, and where to
 * send it. The message that shows it stays in the outbox as proof; by then the code opens nothing.
 */
export async function giveLinkCode(turn: OfficerTurn, to?: ChannelKind): Promise<void> {
  const { tx, deps, say, now, officer } = turn;
  const { bots, full } = await botsFor(turn, to);
  if (to && bots.length === 0) {
    const why = full.includes(to) ? 'link-channel-full' : 'link-no-bot';
    return turn.reply({ text: say(why, { channel: channelName(say, to) }) });
  }
  const code = deps.newInviteCode();
  const limited = bots.find(({ channel }) => hasQuota(channel));
  await addInvite(tx, {
    ...{ id: deps.newId(), officerId: officer.id, kind: 'link', codeDigest: inviteDigest(code) },
    ...(limited ? { bot: limited.bot } : {}),
    ...{ createdAt: now, expiresAt: new Date(now.getTime() + linkMinutes * 60_000) },
  });
  await recordAudit(tx, {
    ...{ at: now, actorId: officer.id, action: 'link-code-given', subjectId: officer.id },
  });
  const where = bots.length > 0 ? bots.map((bot) => lineFor(say, bot, code)) : [say('link-code-anywhere')];
  await turn.reply({
    text: say('link-code', {
      code: printedInviteCode(code),
      minutes: linkMinutes,
      where: where.join('\n'),
    }),
  });
}

/** The channels that the person is not on yet; for somebody who is on all of them, another account on any. */
async function botsFor({ tx, deps, now, officer }: OfficerTurn, to?: ChannelKind): Promise<BotsToOffer> {
  const { bots, full } = await botsToOffer(tx, { officerId: officer.id, limits: deps.quota, now });
  if (to) return { bots: bots.filter(({ channel }) => channel === to), full };
  const on = new Set((await openChatsOf(tx, officer.id)).map(({ channel }) => channel));
  const others = bots.filter(({ channel }) => !on.has(channel));
  return { bots: others.length > 0 ? others : bots, full };
}

function lineFor(say: Say, bot: KnownBot, code: string): string {
  const channel = channelName(say, bot.channel);
  const link = linkForCode(bot, code);
  return bot.channel === 'telegram'
    ? say('link-code-tap', { channel, link })
    : say('link-code-send', { channel, link });
}
