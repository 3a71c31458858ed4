import { readFile } from 'node:fs/promises';
import { DateTime } from 'luxon';
import readXlsxFile, { type CellValue } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { Workbook } from '#domain/xlsform/workbook.ts';
import { textIn } from '#locales/text.ts';

type ReadWorkbook = { kind: 'read'; workbook: Workbook } | { kind: 'unreadable'; reason: string };

/** An .xlsx file as text, sheet by sheet; or why it cannot be read. */
export async function readWorkbook(file: string): Promise<ReadWorkbook> {
  const say = textIn('vi');
  let content: Buffer;
  try {
    content = await readFile(file);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = missing ? say('import-file-missing', { file }) : say('import-file-closed', { file });
    return { kind: 'unreadable', reason };
  }
  try {
    const sheets = await readXlsxFile(content, { trim: false });
    const texts = sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map(textOf))] as const);
    return { kind: 'read', workbook: Object.fromEntries(texts) };
  } catch {
    return { kind: 'unreadable', reason: say('import-file-broken', { file }) };
  }
}

/** Whoever types 5/12/2026 into a cell gets a date: it is taken as it was typed. */
function textOf(cell: CellValue | null): string {
  if (cell === null) return '';
  if ((cell as unknown) instanceof Date) {
    return DateTime.fromJSDate(cell as unknown as Date, { zone: 'utc' }).toFormat('dd/MM/yyyy');
  }
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell);
}

/** A workbook as an .xlsx file: every cell is text, the headings stay in sight. */
export function workbookFile(workbook: Workbook): Promise<Buffer> {
  return writeXlsxFile(
    Object.entries(workbook).map(([sheet, [headings = [], ...rows]]) => ({
      sheet,
      stickyRowsCount: 1,
      columns: headings.map((heading) => ({ width: widthUnder(heading) })),
      data: [
        headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String, wrap: true }))),
      ],
    })),
  ).toBuffer();
}

/** In characters: what people read needs room. */
function widthUnder(heading: string): number {
  if (/^(label|hint|message|constraint_message|nh_clause$)/.test(heading)) return 42;
  return Math.max(14, heading.length + 2);
}
