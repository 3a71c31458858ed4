import type { BotId } from '#domain/channel.ts';
import type { Clock } from '#domain/clock.ts';
import type { Log } from '#domain/log.ts';
import { retireAllBut, retiredBots } from '#storage/queries/bots.ts';
import { preferredChats } from '#storage/queries/identities.ts';
import { redirectWaiting, waitingForOfficersAt } from '#storage/queries/redirect-waiting.ts';
import type { Store, Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';

interface Retiring {
  store: Store;
  clock: Clock;
  wallClock: Clock;
  log: Log;
}

/**
 * Notes at the start which bots the settings name. All others are retired: nobody is sent to them, whoever has a chat only
 * there counts as unreachable, and what waits there goes by another chat of its officer. What has no other way stays in
 * line: a bot that is named again goes on where it stood. A bot that another process works for is left alone: that one may
 * have other settings.
 */
export async function retireBotsBut(
  { store, clock, wallClock, log }: Retiring,
  configured: BotId[],
): Promise<void> {
  const at = { now: clock.now(), wallNow: wallClock.now() };
  const retired = await inTransaction(store, async (tx) => {
    const newly = await retireAllBut(tx, configured, at);
    await moveWhatWaits(tx);
    return newly;
  });
  if (retired.length > 0) log.warn({ bots: retired }, 'bots that the settings do not name are retired');
}

async function moveWhatWaits(tx: Tx): Promise<void> {
  const waiting = await waitingForOfficersAt(tx, [...(await retiredBots(tx))]);
  const byOfficer = Map.groupBy(waiting, ({ officerId }) => officerId);
  for (const [officerId, chat] of await preferredChats(tx, [...byOfficer.keys()])) {
    const ids = (byOfficer.get(officerId) ?? []).map(({ id }) => id);
    await redirectWaiting(tx, ids, chat);
  }
}
