/** A workbook as text: each sheet's rows of cells, the headings first. */
export type Workbook = Readonly<Record<string, readonly (readonly string[])[]>>;

/** What cannot be taken over from a workbook, and where; rows count from 1. */
export interface CellMistake {
  sheet: string;
  row: number;
  /** The heading as it stands there. */
  column: string;
  /** As a spreadsheet names the cell: `G5`. */
  cell: string;
  reason: string;
}

/** A sheet under its headings, by the names that columns have here (`label::vi`), however they are spelled there. */
export interface HeadedSheet {
  name: string;
  columns: ReadonlyMap<string, { heading: string; index: number }>;
  rows: SheetRow[];
}

export interface SheetRow {
  /** From 1, as a spreadsheet counts. */
  number: number;
  /** What stands under a heading; empty where nothing does. */
  text(column: string): string;
}

/** A sheet's headings and rows, less the empty ones; and mistakes for what stands in columns that nobody knows. */
export function headedSheet(
  workbook: Workbook,
  name: string,
  known: readonly string[],
): { sheet: HeadedSheet; mistakes: CellMistake[] } {
  const [headings = [], ...rows] = workbook[name] ?? [];
  const columns = new Map<string, { heading: string; index: number }>();
  const strays: { heading: string; index: number; reason: string }[] = [];
  const widest = Math.max(headings.length, ...rows.map((row) => row.length));
  for (let index = 0; index < widest; index += 1) {
    const heading = (headings[index] ?? '').trim();
    const column = columnNamed(heading);
    if (known.includes(column) && !columns.has(column)) columns.set(column, { heading, index });
    else strays.push({ heading, index, reason: strayReason(heading, columns.has(column), known) });
  }
  const sheet: HeadedSheet = { name, columns, rows: [] };
  const mistakes: CellMistake[] = [];
  for (const [at, cells] of rows.entries()) {
    const row = at + 2;
    if (cells.every(isEmpty)) continue;
    sheet.rows.push({
      number: row,
      text(column) {
        const cell = cells[columns.get(column)?.index ?? -1] ?? '';
        return isEmpty(cell) ? '' : cell;
      },
    });
    for (const { heading, index, reason } of strays) {
      if (isEmpty(cells[index] ?? '')) continue;
      const cell = `${columnLetter(index)}${row}`;
      mistakes.push({ sheet: name, row, column: heading || columnLetter(index), cell, reason });
    }
  }
  return { sheet, mistakes };
}

/** A mistake under a heading; where the sheet has no such column, its row is pointed at. */
export function mistakeAt(sheet: HeadedSheet, row: number, column: string, reason: string): CellMistake {
  const found = sheet.columns.get(column);
  return {
    ...{ sheet: sheet.name, row, reason },
    column: found?.heading ?? column,
    cell: `${columnLetter(found?.index ?? 0)}${row}`,
  };
}

function strayReason(heading: string, isTwice: boolean, known: readonly string[]): string {
  if (isTwice) return `the column ${heading} stands there twice`;
  if (heading === '') return 'the column has no heading';
  return `the column ${heading} is not taken over; known are ${known.join(', ')}`;
}

/** `label::Tiếng Việt (vi)`, `label::vi` and `label` are the same column; so are `list name` and `list_name`. */
function columnNamed(heading: string): string {
  const [base = '', language] = heading.split(/\s*::?\s*/, 2);
  const name = base.trim().replace(/\s+/g, '_').toLowerCase();
  if (!inLanguages.has(name)) return language === undefined ? name : heading;
  if (language === undefined) return `${name}::vi`;
  const code = /\(([a-z]{2})\)$/.exec(language)?.[1] ?? language;
  return `${name}::${code}`;
}

const inLanguages = new Set(['label', 'hint', 'constraint_message', 'nh_short_label', 'nh_title', 'message']);

/** As a column that holds text for people is headed in a spreadsheet. */
export function headingOf(column: string): string {
  return column.replace(/::vi$/, '::Tiếng Việt (vi)').replace(/::en$/, '::English (en)');
}

function isEmpty(cell: string): boolean {
  return cell.trim() === '';
}

/** `A` to `Z`, then `AA`. */
function columnLetter(index: number): string {
  const before = Math.floor(index / 26);
  return `${before > 0 ? columnLetter(before - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}
