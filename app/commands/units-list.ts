import type { UnitKind } from '#domain/directives/schema.ts';
import type { HeadsWord } from '#domain/heads-word.ts';
import { headsWordOf } from '#storage/queries/head-requests.ts';
import { reachOfUnits } from '#storage/queries/unit-reach.ts';
import { listUnits } from '#storage/queries/units.ts';
import { type CommandContext, done, type Outcome } from '#app/commands/command.ts';

/** One row of `cli units list --json`; `parent` is a code, `reachable` whether reminders reach anybody who fills in its reports, `headsWord` what it wants of its head. */
export interface UnitRow {
  code: string;
  name: string;
  kind: UnitKind;
  parent: string | null;
  coordinator: boolean;
  reachable: boolean;
  headsWord: HeadsWord;
}

/** All units that have not left, by code. */
export async function showUnits({ store }: CommandContext): Promise<Outcome<UnitRow[]>> {
  const units = await listUnits(store.db);
  const reach = await reachOfUnits(store.db);
  const words = await headsWordOf(store.db);
  return done(
    units.map(({ id, code, name, kind, parentCode, coordinator }) => ({
      code,
      name,
      kind,
      parent: parentCode,
      coordinator,
      reachable: reach.get(id) === 'reached',
      headsWord: words.get(id) ?? 'off',
    })),
  );
}
