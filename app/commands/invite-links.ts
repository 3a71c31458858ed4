import type { ChannelKind } from '#domain/channel.ts';
import { linkForCode } from '#domain/invite-code.ts';
import { botsToOffer } from '#storage/queries/bots.ts';
import type { Reader } from '#storage/store.ts';

/** Where an invite code may be sent: one bot on each channel. */
export interface InviteLink {
  channel: ChannelKind;
  bot: string;
  /** As the bot is called there. */
  name: string;
  /** Opens the chat with it; on Telegram the code goes along. */
  link: string;
}

/** Empty as long as no bot has connected. */
export async function inviteLinks(db: Reader, code: string): Promise<InviteLink[]> {
  const bots = await botsToOffer(db);
  return bots.map(({ channel, bot, name, link }) => ({
    ...{ channel, bot, name },
    link: linkForCode({ channel, link }, code),
  }));
}
