import { z } from 'zod';
import { dayOf } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { openDueAssignments } from '#scheduler/open-assignments.ts';
import { recordAudit } from '#storage/queries/audit.ts';
import { findUnitByCode, listUnits, putUnit, type UnitInTree } from '#storage/queries/units.ts';
import type { Tx } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import { type CommandContext, done, type Outcome, refused } from '#app/commands/command.ts';
import { checkUnitRows, unitRowSchema, type WantedUnit } from '#app/commands/unit-rows.ts';

export const unitsImportOptions = z.strictObject({ rows: z.array(unitRowSchema).min(1) });

/** What `cli units import --json` prints: how many units there were of each. */
export interface ImportedUnits {
  added: number;
  changed: number;
  unchanged: number;
}

/** More are not listed: who mends these sees the rest at the next try. */
const problemsShown = 20;

/**
 * Adds the units of a file and changes those whose code is there already; units that the file leaves out stay as they
 * are. A file with any mistake changes nothing.
 */
export async function importUnits(
  context: CommandContext,
  { rows }: z.infer<typeof unitsImportOptions>,
): Promise<Outcome<ImportedUnits>> {
  const outcome = await inTransaction(context.store, async (tx) => {
    const existing = await listUnits(tx);
    const checked = checkUnitRows(rows, existing);
    if (checked.kind === 'invalid') return refused(refusal(checked.problems));
    return done(await storeUnits(tx, context, checked.units, existing));
  });
  // The planner would do so within a minute; until then their officers would be told that they owe nothing.
  if (outcome.ok) await openDueAssignments(context, context.clock.now());
  return outcome;
}

function refusal(problems: string[]): string {
  const say = textIn('vi');
  const rest = problems.length - problemsShown;
  return [
    say('import-refused', { count: problems.length }),
    ...problems.slice(0, problemsShown),
    ...(rest > 0 ? [say('import-more', { count: rest })] : []),
  ].join('\n');
}

async function storeUnits(
  tx: Tx,
  { clock, catalogue, newId }: CommandContext,
  units: readonly WantedUnit[],
  existing: readonly UnitInTree[],
): Promise<ImportedUnits> {
  const now = clock.now();
  const joinedOn = dayOf(now, catalogue.zone);
  const before = new Map(existing.map((unit) => [unit.code, unit]));
  const ids = new Map(existing.map(({ code, id }) => [code, id]));
  const counts: ImportedUnits = { added: 0, changed: 0, unchanged: 0 };
  for (const { parent, ...unit } of units) {
    const known = before.get(unit.code);
    if (known && isSame(known, { ...unit, parent })) {
      counts.unchanged += 1;
      continue;
    }
    const id = known?.id ?? newId();
    const parentId = parent === null ? null : (ids.get(parent) ?? null);
    const stored = await putUnit(tx, { ...unit, id, parentId, joinedOn });
    // One that had left comes back under its old id.
    const isBack = !known && stored === 'changed';
    ids.set(unit.code, isBack ? ((await findUnitByCode(tx, unit.code))?.id ?? id) : id);
    counts[known ? 'changed' : 'added'] += 1;
  }
  await recordAudit(tx, { at: now, action: 'units-imported', details: { ...counts } });
  return counts;
}

function isSame(known: UnitInTree, wanted: WantedUnit): boolean {
  return (
    known.name === wanted.name &&
    known.kind === wanted.kind &&
    known.parentCode === wanted.parent &&
    known.coordinator === wanted.coordinator
  );
}
