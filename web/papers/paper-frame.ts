import { AlignmentType, BorderStyle, Footer, Header, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import type { Paper } from '#domain/incident/papers.ts';
import type { PaperForms } from '#domain/incident/papers/paper-forms.ts';
import { textIn } from '#locales/text.ts';
import { centred, line, red, rule, size, table, textWidth } from '#web/papers/typography.ts';

type Heading = PaperForms['heading'];

const say = textIn('vi');

/** On every page: that it is a draft, and that it is a drill. */
export function header({ draft, drill }: Heading, paper: Paper): Header {
  const box = { style: BorderStyle.SINGLE, size: 8, color: red, space: 3 };
  return new Header({
    children: [
      ...(paper.drill ? [centred(drill, { bold: true, size: size.heading, color: red })] : []),
      centred(
        draft,
        { bold: true, size: size.note, color: red },
        { border: { top: box, bottom: box, left: box, right: box }, spacing: { after: 120 } },
      ),
    ],
  });
}

/** The record that it comes from, and the page. */
export function footer({ number }: Paper): Footer {
  const small = { size: size.small };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ text: `${say('paper-footer', { number })} · `, ...small }),
          new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], ...small }),
        ],
      }),
    ],
  });
}

/** Who reports, on the left; the country, its motto, place and day on the right. */
export function nationalHeading(heading: Heading, { unit }: Paper): (Paragraph | Table)[] {
  const { country, motto, number, place } = heading;
  const small = { size: size.heading };
  const bold = { bold: true, ...small };
  const [left, right] = [70, 95];
  return [
    table({ columns: [left, right], ruled: false }, [
      [
        [
          ...(unit.superior ? [centred(inCapitals(unit.superior), small)] : []),
          centred(inCapitals(unit.name), bold),
          rule(24),
        ],
        [centred(country, bold), centred(motto, { bold: true, size: size.text }), rule(20)],
      ],
      [
        [centred(number, { size: size.text }, { spacing: { before: 60 } })],
        [centred(place, { italics: true, size: size.text }, { spacing: { before: 60 } })],
      ],
    ]),
  ];
}

/** Who gets it, on the left, and room for whoever signs on the right; never on a page of their own. */
export function signatures({ recipients, signature }: Heading): (Paragraph | Table)[] {
  const [to = '', ...others] = recipients;
  const [who = '', ...how] = signature;
  const half = textWidth / 2;
  return [
    line('', { size: size.small }, { keepNext: true }),
    table({ columns: [half, half], ruled: false }, [
      [
        [
          line(to, { bold: true, italics: true, size: size.heading }),
          ...others.map((text) => line(text, { size: size.note })),
        ],
        [
          centred(who, { bold: true }),
          ...how.map((text) => centred(text, { italics: true, size: size.heading })),
          ...Array.from({ length: 5 }, () => centred('')),
        ],
      ],
    ]),
  ];
}

function inCapitals(name: string): string {
  return name.toLocaleUpperCase('vi');
}
