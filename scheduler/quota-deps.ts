import type { Catalogue } from '#domain/catalogue.ts';
import type { Channel } from '#domain/channel.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { Log } from '#domain/log.ts';
import type { QuotaLimits } from '#domain/quota.ts';

/** What keeping a bot within its quota needs while it delivers. */
export interface QuotaDeps {
  channel: Channel;
  /** The product's clock: its zone's months are those of the quota. */
  clock: Clock;
  /** Limits, retries and claims stay on wall time, also in rehearsal. */
  wallClock: Clock;
  newId: NewId;
  quota: QuotaLimits;
  /** Where and when people may be written to. */
  catalogue: Pick<Catalogue, 'calendar' | 'zone'>;
  log: Log;
}
