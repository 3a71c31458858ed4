import type { OutgoingMessage } from '#domain/channel.ts';
import { hideAddresses } from '#domain/incident/hide-addresses.ts';
import { textIn } from '#locales/text.ts';
import { inDrill } from '#handlers/incident/incident-words.ts';
import type { OfficerTurn } from '#handlers/turn.ts';

/**
 * The same turn, in which everything that is said is about this incident: it names a drill as one, and addresses stay out of it
 * unless the channel may show them, also where they stand in the person's own words. Not for what holds a link of ours.
 */
export function turnAbout(turn: OfficerTurn, incident: { drill: boolean }): OfficerTurn {
  const about = (message: OutgoingMessage) => ({
    ...message,
    text: headed(turn, incident, withoutAddresses(turn, message.text)),
  });
  return {
    ...turn,
    reply: (message) => turn.reply(about(message)),
    ask: (message) => turn.ask(about(message)),
  };
}

/** Addresses and weaknesses stay out of chats, unless the channel may show them. */
function withoutAddresses({ deps, message, say }: OfficerTurn, text: string): string {
  if (deps.showAddressesIn.includes(message.channel)) return text;
  return hideAddresses(text, say('incident-address-hidden'));
}

/** Where it does not name the drill already. */
function headed({ language }: OfficerTurn, incident: { drill: boolean }, text: string): string {
  const heading = textIn(language)('incident-drill', { text: '' }).trim();
  return text.includes(heading) ? text : inDrill({ language }, incident, text);
}
