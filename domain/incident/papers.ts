import type { FormCell, PaperForms, PaperKind } from '#domain/incident/papers/paper-forms.ts';
import type { CellSource, PaperRecord } from '#domain/incident/papers/paper-record.ts';
import { fillCell } from '#domain/incident/papers/fill-cell.ts';

/** A draft of a report about an incident: the form's cells in its order, as far as the record fills them. */
export interface Paper {
  kind: PaperKind;
  /** The incident's, as people cite it. */
  number: string;
  drill: boolean;
  /** The unit that reports, and the unit above it, for the head of the paper. */
  unit: PaperRecord['unit'];
  sections: PaperSection[];
}

export interface PaperSection {
  title: string | undefined;
  cells: PaperCell[];
}

export interface PaperCell extends FormCell {
  /** Lines are parted by line breaks; undefined where nobody has said it: blank in the draft. */
  value: string | undefined;
  /** Whoever reads the draft can find where each filled cell comes from; empty only where it is blank. */
  sources: CellSource[];
}

/** The paper as the record stands. It is a draft: signed and issued elsewhere. */
export function paperOf(forms: PaperForms, kind: PaperKind, record: PaperRecord): Paper {
  const { incident, unit } = record;
  const form = forms.papers[kind];
  return {
    ...{ kind, number: incident.number, drill: incident.drill, unit },
    sections: form.sections.map(({ title, cells }) => ({
      title,
      cells: cells.map((cell) => {
        const filled = fillCell(cell.key, record, forms.words);
        return { ...cell, value: filled?.text, sources: filled?.sources ?? [] };
      }),
    })),
  };
}

/** What has to be asked before the paper can be signed: required (or wanted) cells that are blank, in order. */
export function missingCells(paper: Paper): PaperCell[] {
  return blankCells(paper).filter(({ required, wanted }) => required || wanted);
}

/** What may be asked besides. */
export function optionalCells(paper: Paper): PaperCell[] {
  return blankCells(paper).filter(({ required, wanted, ask }) => !required && !wanted && ask);
}

/** What was asked once for the unit, to be put right when it has changed. */
export function unitCells(paper: Paper): PaperCell[] {
  return cellsOf(paper).filter(({ ask, value }) => ask?.remember === 'unit' && value !== undefined);
}

/** What a cell is called away from its form. */
export function spokenLabel({ label, spoken }: PaperCell, language: 'vi' | 'en'): string {
  return language === 'vi' ? (spoken ?? label.vi) : label.en;
}

export function cellsOf({ sections }: Paper): PaperCell[] {
  return sections.flatMap(({ cells }) => cells);
}

function blankCells(paper: Paper): PaperCell[] {
  return cellsOf(paper).filter(({ value }) => value === undefined);
}
