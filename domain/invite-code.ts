import type { ChannelKind } from '#domain/channel.ts';

/** Letters and digits that are hard to mistake for one another when read out over the phone. */
export const inviteAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

export const inviteCodeLength = 8;

/** How long an invite may be used, days. */
export const inviteDays = 14;

/** A chat may send so many wrong codes within `wrongCodeWindowMs`; guessing 30^8 codes so takes longer than the sun has. */
export const wrongCodesAllowed = 5;
export const wrongCodeWindowMs = 60 * 60_000;

/**
 * Where a bot's messages are counted, a chat of nobody's gets so many answers within `strangerWindowMs`: one to each wrong code
 * of an hour, and that there were too many.
 */
export const strangerAnswersAllowed = wrongCodesAllowed + 1;
export const strangerWindowMs = 24 * 60 * 60_000;

/** A link code, which joins another chat of somebody who is here already, is for the other phone in the same hand. */
export const linkMinutes = 10;

/** Makes a code by chance, as it is digested: without the hyphen that is printed. */
export type NewInviteCode = () => string;

/** The code in a text, as it is digested: `abcd-efgh` and `ABCD EFGH` are the same. Undefined when it cannot be one. */
export function inviteCodeIn(text: string): string | undefined {
  const code = text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '');
  const shape = new RegExp(`^[${inviteAlphabet}]{${inviteCodeLength}}$`);
  return shape.test(code) ? code : undefined;
}

/** Where to send a code: Telegram's link carries it along, elsewhere it is typed into the chat that the link opens. */
export function linkForCode({ channel, link }: { channel: ChannelKind; link: string }, code: string): string {
  return channel === 'telegram' ? `${link}?start=${code}` : link;
}

/** As it is printed and read out: `ABCD-EFGH`. */
export function printedInviteCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
