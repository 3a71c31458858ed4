import type { Instant } from '#domain/time.ts';

/** How a draft is fetched from the agency's own server: by a link that opens it once. No document goes through a chat. */
export interface DraftLinks {
  /** Makes 32 bytes by chance, in base64url. Whoever holds them may fetch one draft once. */
  newSecret(): string;
  /** Where people's browsers reach this server: scheme, host and port. */
  address(): string;
}

/** A link that nobody used is of no use after so many hours. */
const draftLinkHours = 24;

/** The path below which drafts are fetched. */
export const draftPath = '/giay-to';

/** Base64url of 32 bytes. */
export function isDraftSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

export function draftUrl(address: string, secret: string): string {
  return `${address}${draftPath}/${secret}`;
}

export function draftLinkEnd(givenAt: Instant): Instant {
  return new Date(givenAt.getTime() + draftLinkHours * 3_600_000);
}
