import type { UnitKind } from '#domain/directives/schema.ts';
import { listUnits } from '#storage/queries/units.ts';
import { type CommandContext, done, type Outcome } from '#app/commands/command.ts';

/** One row of `cli units list --json`; `parent` is a code. */
export interface UnitRow {
  code: string;
  name: string;
  kind: UnitKind;
  parent: string | null;
  coordinator: boolean;
}

/** All units that have not left, by code. */
export async function showUnits({ store }: CommandContext): Promise<Outcome<UnitRow[]>> {
  const units = await listUnits(store.db);
  return done(
    units.map(({ code, name, kind, parentCode, coordinator }) => ({
      code,
      name,
      kind,
      parent: parentCode,
      coordinator,
    })),
  );
}
