import { z } from 'zod';
import { textIn } from '#locales/text.ts';
import { listSystems, putSystem } from '#storage/queries/systems.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';
import { unitWithCode } from '#app/commands/unit-with-code.ts';

export const systemsAddOptions = z.strictObject({
  unit: z.string(),
  name: z.string().trim().min(1).max(200),
  level: z.int().min(1).max(5).optional(),
});
export const systemsListOptions = z.strictObject({ unit: z.string().optional() });

/** One row of `cli systems list --json`; `unit` is its code, `level` 1 to 5 or null where none has been approved. */
export interface SystemShown {
  unit: string;
  name: string;
  level: number | null;
}

/** The systems that units run, by unit; those of the highest level first. */
export async function showSystems(
  { store }: CommandContext,
  { unit: code }: z.infer<typeof systemsListOptions>,
): Promise<Outcome<SystemShown[]>> {
  const unit = code === undefined ? undefined : await unitWithCode(store.db, code);
  if (code !== undefined && !unit) return refused(textIn('vi')('cli-unit-unknown', { code: code.trim() }));
  return done(await listSystems(store.db, unit?.id));
}

/** Adds a system of a unit, or changes the level of the one that it has under this name. */
export async function addSystem(
  context: CommandContext,
  { unit: code, name, level }: z.infer<typeof systemsAddOptions>,
): Promise<Outcome<SystemShown[]>> {
  const { store, newId } = context;
  const unit = await unitWithCode(store.db, code);
  if (!unit) return refused(textIn('vi')('cli-unit-unknown', { code: code.trim() }));
  await inTransaction(store, (tx) =>
    putSystem(tx, { id: newId(), unitId: unit.id, name, level: level ?? null }),
  );
  return showSystems(context, { unit: unit.code });
}
