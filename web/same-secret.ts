import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a header holds the secret; of digests, so that neither the time taken nor the length tells how much was right. */
export function isSameSecret(given: unknown, secret: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
