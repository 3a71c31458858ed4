import { type Paragraph, type Table, TextRun, Paragraph as Lines } from 'docx';
import type { Paper, PaperCell } from '#domain/incident/papers.ts';
import type { PaperForms } from '#domain/incident/papers/paper-forms.ts';
import { centred, line, size, table, textWidth } from '#web/papers/typography.ts';

/** The title, and the cells of the form under the titles of its sections. What nobody has said stays visibly blank. */
export function body({ papers, heading }: PaperForms, paper: Paper): (Paragraph | Table)[] {
  const form = papers[paper.kind];
  return [
    centred(form.title, { bold: true, size: size.title }, { spacing: { before: 280 } }),
    centred(`(${form.form}, ${form.source})`, { italics: true, size: size.note }),
    centred(heading.to, {}, { spacing: { before: 120, after: 120 } }),
    ...paper.sections.flatMap(({ title, cells }) => [
      line(
        title ?? '',
        { bold: true, size: size.heading },
        { keepNext: true, spacing: { before: 140, after: 60 } },
      ),
      table(
        { columns: [labelWidth, textWidth - labelWidth], ruled: true },
        cells.map((cell) => [[label(cell)], value(cell, heading.blank)]),
      ),
    ]),
    line(heading.required, { italics: true, size: size.note }, { spacing: { before: 60 } }),
  ];
}

/** mm */
const labelWidth = 64;

function label({ label: { vi }, required }: PaperCell): Paragraph {
  const mark = required ? [new TextRun({ text: ' (*)', size: size.heading })] : [];
  return new Lines({ children: [new TextRun({ text: vi, size: size.heading }), ...mark] });
}

function value({ value: text }: PaperCell, blank: string): Paragraph[] {
  return (text ?? blank).split('\n').map((part) => line(part));
}
