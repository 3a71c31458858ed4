import type { Instant } from '#domain/time.ts';

/** What a button carries: what it does and what that needs, as text of at most 64 bytes (Telegram's limit). */
export interface Tap {
  action: string;
  args: readonly string[];
}

/**
 * Throws when it does not fit or holds anything but letters, digits and `._~@-`: that is a mistake of whoever made
 * the button, never of a person.
 */
export function encodeTap(action: string, ...args: string[]): string {
  const data = [action, ...args].join(separator);
  if (data.length > longest) throw new Error(`button data is longer than ${longest} bytes: ${data}`);
  if (action === '' || ![action, ...args].every((part) => plain.test(part))) {
    throw new Error(`button data holds a character that it cannot carry: ${data}`);
  }
  return data;
}

/** Undefined for data that no button of ours carries. */
export function decodeTap(data: string): Tap | undefined {
  const [action = '', ...args] = data.split(separator);
  const ours = data.length <= longest && action !== '' && [action, ...args].every((part) => plain.test(part));
  return ours ? { action, args } : undefined;
}

/** Whether an argument can be the id of a row: whoever makes up a button's data may have written anything there. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** An instant as an argument, to the second. */
export function encodeInstant(at: Instant): string {
  return Math.floor(at.getTime() / 1000).toString(36);
}

export function decodeInstant(text: string): Instant | undefined {
  const seconds = /^[0-9a-z]{1,8}$/.test(text) ? Number.parseInt(text, 36) : Number.NaN;
  return Number.isNaN(seconds) ? undefined : new Date(seconds * 1000);
}

const separator = ':';
/** Characters are ASCII, so that their number is that of the bytes. */
const longest = 64;
const plain = /^[A-Za-z0-9._~@-]*$/;
