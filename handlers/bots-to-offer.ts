import type { ChannelKind } from '#domain/channel.ts';
import { hasQuota, type QuotaLimits } from '#domain/quota.ts';
import { botWithRoom } from '#domain/spread-people.ts';
import type { Instant } from '#domain/time.ts';
import { placesOf } from '#storage/queries/bot-places.ts';
import { type KnownBot, listBots } from '#storage/queries/bots.ts';
import type { Reader } from '#storage/store.ts';

export interface BotsToOffer {
  /** One for each channel that has room, Zalo's before Telegram's: the one with the fewest people. */
  bots: KnownBot[];
  /** Channels of which every bot has as many people as its plan allows. */
  full: ChannelKind[];
}

/** Where an officer who is given a code is sent. Their own chats and earlier invites take no place from them. */
export async function botsToOffer(
  db: Reader,
  { officerId, limits, now }: { officerId: string; limits: QuotaLimits; now: Instant },
): Promise<BotsToOffer> {
  const known = await listBots(db);
  const places = await placesOf(
    db,
    known.map(({ bot }) => bot),
    { now, without: officerId },
  );
  const channels = [...new Set(known.map(({ channel }) => channel))];
  const offered = channels.map((channel) => {
    const ofChannel = known.filter((one) => one.channel === channel);
    const theirs = places.filter(({ bot }) => ofChannel.some((one) => one.bot === bot));
    const chosen = botWithRoom(
      theirs,
      hasQuota(channel) ? limits : { usersPerBot: Number.POSITIVE_INFINITY },
    );
    return { channel, bot: ofChannel.find(({ bot }) => bot === chosen) };
  });
  return {
    bots: offered.flatMap(({ bot }) => bot ?? []),
    full: offered.filter(({ bot }) => !bot).map(({ channel }) => channel),
  };
}
