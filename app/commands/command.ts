import type { Catalogue } from '#domain/catalogue.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { NewInviteCode } from '#domain/invite-code.ts';
import type { QuotaLimits } from '#domain/quota.ts';
import type { Store } from '#storage/store.ts';

/** What a command that needs the database works with, in the command line's process or in the running server. */
export interface CommandContext {
  store: Store;
  catalogue: Catalogue;
  clock: Clock;
  newId: NewId;
  newInviteCode: NewInviteCode;
  quota: QuotaLimits;
}

/** What came of a command, as it also goes over the socket: the JSON that it prints, or why not, in plain words. */
export type Outcome<T> = { ok: true; result: T } | { ok: false; error: string };

export function done<T>(result: T): Outcome<T> {
  return { ok: true, result };
}

export function refused(error: string): { ok: false; error: string } {
  return { ok: false, error };
}
