import type { BotId } from '#domain/channel.ts';
import type { QuotaLimits } from '#domain/quota.ts';

/** How many of a bot's places are taken. */
export interface BotPlaces {
  bot: BotId;
  /** Chats that are linked. */
  linked: number;
  /** Invites that name this bot and can still be used. */
  invited: number;
}

/** The bot that the next person is invited to: the one with the fewest people; of several, the first. None when all are full. */
export function botWithRoom(
  bots: readonly BotPlaces[],
  { usersPerBot }: Pick<QuotaLimits, 'usersPerBot'>,
): BotId | undefined {
  const taken = ({ linked, invited }: BotPlaces) => linked + invited;
  return bots
    .filter((places) => taken(places) < usersPerBot)
    .reduce<BotPlaces | undefined>(
      (best, places) => (best && taken(best) <= taken(places) ? best : places),
      undefined,
    )?.bot;
}
