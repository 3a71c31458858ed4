import type { BotId, ChannelKind } from '#domain/channel.ts';
import { hasQuota } from '#domain/quota.ts';
import { placesOf } from '#storage/queries/bot-places.ts';
import { listBots } from '#storage/queries/bots.ts';
import { type CommandContext, done, type Outcome } from '#app/commands/command.ts';

/** One bot as `cli bots --json` prints it. */
export interface BotRow {
  bot: BotId;
  channel: ChannelKind;
  /** As it is called there. */
  name: string;
  /** Opens the chat with it. */
  link: string;
  /** People with a chat with it. */
  people: number;
  /** How many more may be invited, those who hold an open invite to it taken off; null where there is no limit. */
  room: number | null;
}

/** Every bot that the settings name and that has connected, Zalo's before Telegram's. */
export async function showBots({ store, clock, quota }: CommandContext): Promise<Outcome<BotRow[]>> {
  const bots = await listBots(store.db);
  const ids = bots.map(({ bot }) => bot);
  const places = await placesOf(store.db, ids, { now: clock.now() });
  return done(
    bots.map((known) => {
      const { linked = 0, invited = 0 } = places.find(({ bot }) => bot === known.bot) ?? {};
      const left = Math.max(0, quota.usersPerBot - linked - invited);
      return { ...known, people: linked, room: hasQuota(known.channel) ? left : null };
    }),
  );
}
