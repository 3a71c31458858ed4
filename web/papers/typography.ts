import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** Sizes and the small pieces that the papers are put together from. */

export const font = 'Times New Roman';

/** In half points: 13 pt for the text, as Nghị định 30/2020/NĐ-CP has it. */
export const size = { small: 20, note: 22, heading: 24, text: 26, title: 28 } as const;

export const red = 'C00000';

/** Between the margins, mm. */
export const textWidth = 165;

/** Millimetres in twentieths of a point. */
export function mm(length: number): number {
  return Math.round((length / 25.4) * 72 * 20);
}

export type RunStyle = Pick<IRunOptions, 'bold' | 'italics' | 'size' | 'color' | 'allCaps'>;
type ParagraphStyle = Omit<IParagraphOptions, 'children' | 'text' | 'run'>;

/** A paragraph of one style. */
export function line(text: string, run: RunStyle = {}, style: ParagraphStyle = {}): Paragraph {
  return new Paragraph({ ...style, children: [new TextRun({ text: inXml(text), ...run })] });
}

/** XML 1.0 holds no other control characters; with one in it, Word calls the whole file damaged. */
function inXml(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

export function centred(text: string, run: RunStyle = {}, style: ParagraphStyle = {}): Paragraph {
  return line(text, run, { alignment: AlignmentType.CENTER, ...style });
}

/** The short rule under a name in the head of a paper. */
export function rule(indentMm: number): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text: '', size: 4 })],
    indent: { left: mm(indentMm), right: mm(indentMm) },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    spacing: { before: 20, after: 0, line: 120 },
  });
}

interface TableStyle {
  /** Widths of the columns, mm. */
  columns: readonly number[];
  ruled: boolean;
}

/** A table of fixed columns; a row goes onto the next page as a whole where it can. */
export function table({ columns, ruled }: TableStyle, rows: Paragraph[][][]): Table {
  const border = ruled
    ? { style: BorderStyle.SINGLE, size: 4, color: '7F7F7F' }
    : { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
  const borders = { top: border, bottom: border, left: border, right: border };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(sum(columns)), type: WidthType.DXA },
    columnWidths: columns.map(mm),
    borders: { ...borders, insideHorizontal: border, insideVertical: border },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, column) =>
              new TableCell({
                children,
                borders,
                width: { size: mm(columns[column] ?? 0), type: WidthType.DXA },
                margins: ruled
                  ? { top: mm(0.8), bottom: mm(0.8), left: mm(1.8), right: mm(1.8) }
                  : { top: 0, bottom: 0, left: 0, right: 0 },
              }),
          ),
        }),
    ),
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
