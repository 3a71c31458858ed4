import type { IncomingMessage } from '#domain/channel.ts';
import { hasQuota, monthOf } from '#domain/quota.ts';
import type { Instant } from '#domain/time.ts';
import { countMessages } from '#storage/queries/used-messages.ts';
import type { Tx } from '#storage/store.ts';
import type { HandlerDeps } from '#handlers/turn.ts';

/** What people send counts too, where a bot's messages are counted. Once for each update, with the note of it. */
export async function countReceived(
  { catalogue }: HandlerDeps,
  tx: Tx,
  { bot, channel }: IncomingMessage,
  now: Instant,
): Promise<void> {
  if (!hasQuota(channel)) return;
  const month = monthOf(now, catalogue.zone);
  await countMessages(tx, { bot, month, direction: 'received', kind: 'message', count: 1 });
}
