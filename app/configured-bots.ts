import type { BotId, ChannelKind } from '#domain/channel.ts';
import type { Config } from '#app/config.ts';

/** The bot that a token is for: on both platforms the token begins with the id of its account. */
export function botOfToken(channel: Exclude<ChannelKind, 'rehearsal'>, token: string): BotId {
  return `${channel}:${token.split(':')[0]}`;
}

/** The bots that the settings name, whether or not they have connected yet. */
export function configuredBots({ telegram, zalo }: Pick<Config, 'telegram' | 'zalo'>): BotId[] {
  return [
    ...(telegram ? [botOfToken('telegram', telegram.token)] : []),
    ...(zalo?.tokens ?? []).map((token) => botOfToken('zalo', token)),
  ];
}
