import { z } from 'zod';
import type { UnitKind } from '#domain/directives/schema.ts';
import { textIn } from '#locales/text.ts';
import type { UnitInTree } from '#storage/queries/units.ts';
import { kindNamed, yesOrNo } from '#app/commands/unit-words.ts';

/** A row of the file as it stands there; `row` counts from 1, the heading's row included. */
export const unitRowSchema = z.strictObject({
  row: z.int().min(1),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  parent: z.string(),
  coordinator: z.string(),
});
export type UnitRowText = z.infer<typeof unitRowSchema>;

/** A unit as the file wants it; `parent` is the code of another. */
export interface WantedUnit {
  code: string;
  name: string;
  kind: UnitKind;
  parent: string | null;
  coordinator: boolean;
}

type CheckedUnits =
  /** Parents stand before what is below them. */
  { kind: 'ok'; units: WantedUnit[] } | { kind: 'invalid'; problems: string[] };

/** Checks the rows of a file against one another and against the units that are there, all before any is stored. */
export function checkUnitRows(rows: readonly UnitRowText[], existing: readonly UnitInTree[]): CheckedUnits {
  const knownAs = spellingsOf(existing);
  const read = rows.map((row) => readRow(row, knownAs));
  const problems = [
    ...read.flatMap(({ row, faults }) => faults.map((reason) => ({ row, reason }))),
    ...repeatedCodes(read),
    ...unknownParents(read, existing),
  ];
  const units = read.map(({ unit }) => unit);
  if (problems.length === 0) problems.push(...cycles(read, existing));
  if (problems.length === 0) return { kind: 'ok', units: parentsFirst(units) };
  return {
    kind: 'invalid',
    problems: problems
      .sort((a, b) => a.row - b.row)
      .map(({ row, reason }) => say('import-row', { row, reason })),
  };
}

const say = textIn('vi');
const codeShape = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,31}$/u;
const longestName = 200;

interface ReadRow {
  row: number;
  unit: WantedUnit;
  faults: string[];
}

interface Problem {
  row: number;
  reason: string;
}

/** Codes that differ in capitals alone are one unit, called as it was called first. */
type Spellings = Map<string, string>;

function sameCode(code: string): string {
  return code.toUpperCase();
}

function spellingsOf(existing: readonly UnitInTree[]): Spellings {
  return new Map(existing.map(({ code }) => [sameCode(code), code]));
}

function readRow(text: UnitRowText, knownAs: Spellings): ReadRow {
  const code = codeIn(text.code);
  const name = text.name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const kind = kindNamed(text.kind);
  const parent = codeIn(text.parent);
  const coordinator = yesOrNo(text.coordinator);
  const faults = [
    ...(code === ''
      ? [say('import-no-code')]
      : codeShape.test(code)
        ? []
        : [say('import-bad-code', { code })]),
    ...(name === '' ? [say('import-no-name')] : []),
    ...(name.length > longestName ? [say('import-long-name', { limit: longestName })] : []),
    ...(kind === undefined ? [kindFault(text.kind)] : []),
    ...(coordinator === undefined ? [say('import-bad-coordinator', { text: text.coordinator.trim() })] : []),
    ...(parent !== '' && sameCode(parent) === sameCode(code) ? [say('import-own-parent')] : []),
  ];
  return {
    row: text.row,
    faults,
    unit: {
      code: spelt(code, knownAs),
      name,
      // A row with a fault is not stored.
      kind: kind ?? 'sub-unit',
      parent: parent === '' ? null : spelt(parent, knownAs),
      coordinator: coordinator ?? false,
    },
  };
}

function codeIn(text: string): string {
  return text.normalize('NFC').trim();
}

/** The first who writes a code decides how it is spelt. */
function spelt(code: string, knownAs: Spellings): string {
  const known = knownAs.get(sameCode(code)) ?? code;
  knownAs.set(sameCode(code), known);
  return known;
}

function kindFault(text: string): string {
  return text.trim() === '' ? say('import-no-kind') : say('import-bad-kind', { text: text.trim() });
}

function repeatedCodes(rows: readonly ReadRow[]): Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, unit: { code } }) => {
    const before = first.get(code);
    if (before === undefined) first.set(code, row);
    return before === undefined || code === ''
      ? []
      : [{ row, reason: say('import-repeated-code', { code, row: before }) }];
  });
}

function unknownParents(rows: readonly ReadRow[], existing: readonly UnitInTree[]): Problem[] {
  const codes = new Set([...existing.map(({ code }) => code), ...rows.map(({ unit }) => unit.code)]);
  return rows.flatMap(({ row, unit: { parent } }) =>
    parent === null || codes.has(parent) ? [] : [{ row, reason: say('import-unknown-parent', { parent }) }],
  );
}

/** A unit that is above itself, in the tree as it would stand after the import. */
function cycles(rows: readonly ReadRow[], existing: readonly UnitInTree[]): Problem[] {
  const parentOf = new Map(existing.map(({ code, parentCode }) => [code, parentCode]));
  for (const { unit } of rows) parentOf.set(unit.code, unit.parent);
  return rows.flatMap(({ row, unit }) => {
    const above: string[] = [];
    for (let code = unit.parent; code !== null; code = parentOf.get(code) ?? null) {
      if (code === unit.code) {
        return [{ row, reason: say('import-cycle', { way: [unit.code, ...above, unit.code].join(' → ') }) }];
      }
      // A circle further up is told at its own rows.
      if (above.includes(code)) return [];
      above.push(code);
    }
    return [];
  });
}

function parentsFirst(units: readonly WantedUnit[]): WantedUnit[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const sorted = new Set<WantedUnit>();
  for (const unit of units) {
    const line: WantedUnit[] = [];
    for (
      let next: WantedUnit | undefined = unit;
      next && !sorted.has(next);
      next = byCode.get(next.parent ?? '')
    ) {
      line.unshift(next);
    }
    for (const one of line) sorted.add(one);
  }
  return [...sorted];
}
