import { countUnreached } from '#storage/queries/unit-reach.ts';
import { listUnits } from '#storage/queries/units.ts';
import { type CommandContext, done, type Outcome } from '#app/commands/command.ts';

/** What the running server says of its database to `cli doctor`. */
export interface CheckedDatabase {
  database: 'pglite' | 'postgres';
  units: number;
  /** Units that reports are asked of, while reminders reach nobody there who fills them in. */
  unreached: number;
}

export async function checkDatabase({ store }: CommandContext): Promise<Outcome<CheckedDatabase>> {
  const units = (await listUnits(store.db)).length;
  return done({ database: store.kind, units, unreached: await countUnreached(store.db) });
}
