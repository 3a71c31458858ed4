import { listUnits } from '#storage/queries/units.ts';
import { type CommandContext, done, type Outcome } from '#app/commands/command.ts';

/** What the running server says of its database to `cli doctor`. */
export interface CheckedDatabase {
  database: 'pglite' | 'postgres';
  units: number;
}

export async function checkDatabase({ store }: CommandContext): Promise<Outcome<CheckedDatabase>> {
  return done({ database: store.kind, units: (await listUnits(store.db)).length });
}
