import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { textIn } from '#locales/text.ts';
import type { UnitRowText } from '#app/commands/unit-rows.ts';
import { fieldNamed, type UnitField } from '#app/commands/unit-words.ts';

type ReadUnitFile = { kind: 'ok'; rows: UnitRowText[] } | { kind: 'unreadable'; reason: string };

/**
 * Reads the rows of an .xlsx workbook's first sheet, or of a .csv file (UTF-8 with or without its mark, UTF-16 as Excel
 * writes it; commas, semicolons or tabs). The headings may stand a few rows down; other columns are passed over.
 */
export async function readUnitFile(file: string): Promise<ReadUnitFile> {
  const read = readers[extname(file).toLowerCase()];
  if (!read) return unreadable(say('import-file-kind', { file }));
  let content: Buffer;
  try {
    content = await readFile(file);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return unreadable(missing ? say('import-file-missing', { file }) : say('import-file-closed', { file }));
  }
  const tables = await read(content);
  if (tables.length === 0) return unreadable(say('import-file-broken', { file }));
  const table = tables.map(withHeadings).find((found) => found !== undefined);
  if (!table) return unreadable(say('import-no-headings', { file }));
  const rows = rowsOf(table);
  return rows.length > 0 ? { kind: 'ok', rows } : unreadable(say('import-no-rows', { file }));
}

const say = textIn('vi');

function unreadable(reason: string): ReadUnitFile {
  return { kind: 'unreadable', reason };
}

type Table = string[][];

/** Each way in which the file can be read as a table; none when it is not of its kind. */
const readers: Record<string, (content: Buffer) => Promise<Table[]>> = { '.xlsx': readXlsx, '.csv': readCsv };

async function readXlsx(content: Buffer): Promise<Table[]> {
  try {
    const sheet = await readSheet(content);
    return [sheet.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))];
  } catch {
    return [];
  }
}

async function readCsv(content: Buffer): Promise<Table[]> {
  const text = decode(content);
  if (text === undefined) return [];
  return [',', ';', '\t'].flatMap((delimiter) => {
    try {
      return [parse(text, { delimiter, relaxColumnCount: true })];
    } catch {
      return [];
    }
  });
}

function decode(content: Buffer): string | undefined {
  const encoding = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

interface HeadedTable {
  table: Table;
  /** Index of the headings' row. */
  top: number;
  columns: Map<UnitField, number>;
}

/** A title and the like may stand above the headings, in so many rows. */
const searchedRows = 10;

function withHeadings(table: Table): HeadedTable | undefined {
  for (const [top, row] of table.slice(0, searchedRows).entries()) {
    const columns = new Map<UnitField, number>();
    for (const [index, cell] of row.entries()) {
      const field = fieldNamed(cell);
      if (field && !columns.has(field)) columns.set(field, index);
    }
    if (columns.has('code') && columns.has('name')) return { table, top, columns };
  }
  return undefined;
}

function rowsOf({ table, top, columns }: HeadedTable): UnitRowText[] {
  return table.flatMap((row, index) => {
    if (index <= top || row.every((cell) => cell.trim() === '')) return [];
    const cell = (field: UnitField) => row[columns.get(field) ?? -1] ?? '';
    return [
      {
        row: index + 1,
        code: cell('code'),
        name: cell('name'),
        kind: cell('kind'),
        parent: cell('parent'),
        coordinator: cell('coordinator'),
      },
    ];
  });
}
