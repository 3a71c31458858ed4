import type { Channel, IncomingMessage } from '#domain/channel.ts';
import type { Log } from '#domain/log.ts';
import type { LeaseDeps } from '#scheduler/hold-lease.ts';

/** What connecting any platform needs of the product. */
export interface ChannelDeps {
  receive(message: IncomingMessage): Promise<void>;
  deliverFor(channel: Channel, signal: AbortSignal): Promise<void>;
  leases: LeaseDeps;
  log: Log;
}

/**
 * Runs the parts of a bot's work (delivering, receiving) until they end; when one of them fails the others are stopped too,
 * so that whoever holds the lease begins all of them again, once. Throws what went wrong first.
 */
export async function workTogether(
  parts: ((signal: AbortSignal) => Promise<void>)[],
  held: AbortSignal,
): Promise<void> {
  const failed = new AbortController();
  const signal = AbortSignal.any([held, failed.signal]);
  const ends = await Promise.allSettled(parts.map((part) => part(signal).catch(stopOthers)));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;

  function stopOthers(error: unknown): never {
    failed.abort();
    throw error;
  }
}
