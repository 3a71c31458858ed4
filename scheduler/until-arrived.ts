import { setTimeout as delay } from 'node:timers/promises';
import type { IncomingMessage } from '#domain/channel.ts';
import { isOnItsWay } from '#storage/queries/asked-when.ts';
import type { Store } from '#storage/store.ts';

const mostMs = 1_000;
const lookEveryMs = 20;

/**
 * Waits, a second at most, until what is on its way to a chat is known to have arrived: only then can it be told whether a
 * text from there was typed before or after it. For where a number may mean anything, and outside of transactions.
 */
export async function untilArrived(
  store: Store,
  { bot, chatId, content }: IncomingMessage,
  wait: (ms: number) => Promise<unknown> = delay,
): Promise<void> {
  if (content.kind !== 'text') return;
  for (let waited = 0; waited < mostMs; waited += lookEveryMs) {
    if (!(await isOnItsWay(store.db, { bot, chatId }))) return;
    await wait(lookEveryMs);
  }
}
