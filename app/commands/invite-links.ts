import type { ChannelKind } from '#domain/channel.ts';
import { linkForCode } from '#domain/invite-code.ts';
import type { KnownBot } from '#storage/queries/bots.ts';

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
export function inviteLinks(bots: readonly KnownBot[], code: string): InviteLink[] {
  return bots.map(({ channel, bot, name, link }) => ({
    ...{ channel, bot, name },
    link: linkForCode({ channel, link }, code),
  }));
}
