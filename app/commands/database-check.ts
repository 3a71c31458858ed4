import { countUnreached } from '#storage/queries/unit-reach.ts';
import { listUnits } from '#storage/queries/units.ts';
import { type CommandContext, done, type Outcome } from '#app/commands/command.ts';

/** What the running server says of its database to `cli doctor`. */
export interface CheckedDatabase {
  database: 'pglite' | 'postgres';
  units: number;
  /** Units in which reminders reach nobody who fills in reports. */
  unreached: number;
}

export async function checkDatabase({ store }: CommandContext): Promise<Outcome<CheckedDatabase>> {
  const units = (await listUnits(store.db)).length;
  return done({ database: store.kind, units, unreached: await countUnreached(store.db) });
}
