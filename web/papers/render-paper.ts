import { Document, Packer, type ISectionOptions } from 'docx';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Paper } from '#domain/incident/papers.ts';
import { body } from '#web/papers/paper-body.ts';
import { footer, header, nationalHeading, signatures } from '#web/papers/paper-frame.ts';
import { sourcesAnnex } from '#web/papers/sources-annex.ts';
import { font, mm, size } from '#web/papers/typography.ts';

export interface RenderedPaper {
  fileName: string;
  content: Buffer;
}

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The draft as a .docx that an office can go on with: laid out as Nghị định 30/2020/NĐ-CP lays out administrative papers,
 * marked as a draft on every page, with an annex that says where each filled cell comes from.
 */
export async function renderPaper(
  paper: Paper,
  { papers: forms, zone }: Pick<Catalogue, 'papers' | 'zone'>,
  now: Date,
): Promise<RenderedPaper> {
  const form = forms.papers[paper.kind];
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { width: mm(210), height: mm(297) },
        margin: { top: mm(22), bottom: mm(20), left: mm(30), right: mm(15), header: mm(9), footer: mm(9) },
      },
    },
    headers: { default: header(forms.heading, paper) },
    footers: { default: footer(paper) },
    children: [
      ...nationalHeading(forms.heading, paper),
      ...body(forms, paper),
      ...signatures(forms.heading),
      ...sourcesAnnex(paper, { zone, now }),
    ],
  };
  const document = new Document({
    creator: paper.unit.name,
    title: `${form.title} – ${paper.number}`,
    styles: { default: { document: { run: { font, size: size.text } } } },
    sections: [section],
  });
  return { fileName: `${form.file}-${paper.number}.docx`, content: await Packer.toBuffer(document) };
}
