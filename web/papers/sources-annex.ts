import { PageBreak, Paragraph, type Table } from 'docx';
import type { Paper, PaperSection } from '#domain/incident/papers.ts';
import type { CellSource } from '#domain/incident/papers/paper-record.ts';
import { dayOf, type Instant, timeOf, type ZoneName } from '#domain/time.ts';
import { channelName } from '#handlers/channel-words.ts';
import { shortDay } from '#locales/dates.ts';
import { textIn } from '#locales/text.ts';
import { centred, line, size, table, textWidth } from '#web/papers/typography.ts';

const say = textIn('vi');

/** A page of its own: for each filled cell who said it, when and where, so that whoever signs can check. */
export function sourcesAnnex(
  paper: Paper,
  { zone, now }: { zone: ZoneName; now: Instant },
): (Paragraph | Table)[] {
  const about = { number: paper.number, at: moment(now, zone) };
  return [
    new Paragraph({ children: [new PageBreak()] }),
    centred(say('paper-sources-title'), { bold: true, size: size.title }),
    centred(
      say('paper-sources-about', about),
      { italics: true, size: size.note },
      { spacing: { after: 160 } },
    ),
    ...paper.sections.flatMap((section) => sectionSources(section, zone)),
  ];
}

function sectionSources({ title = '', cells }: PaperSection, zone: ZoneName): (Paragraph | Table)[] {
  const filled = cells.filter(({ value }) => value !== undefined);
  if (filled.length === 0) return [];
  const small = { size: size.note };
  return [
    line(title, { bold: true, ...small }, { keepNext: true, spacing: { before: 100, after: 40 } }),
    table(
      { columns: [labelWidth, textWidth - labelWidth], ruled: true },
      filled.map(({ label, sources }) => [
        [line(label.vi, small)],
        sources.map((source) => line(sourceWords(source, zone), small)),
      ]),
    ),
  ];
}

/** mm */
const labelWidth = 64;

/** Where the text of a cell comes from, in words. */
export function sourceWords(source: CellSource, zone: ZoneName): string {
  switch (source.kind) {
    case 'said': {
      const name = source.by ?? say('paper-source-nobody');
      const what = say(`incident-event-${source.event}`);
      const words = { name, at: moment(source.at, zone), what };
      return source.channel
        ? say('paper-source-said-by-channel', { ...words, channel: channelName(say, source.channel) })
        : say('paper-source-said', words);
    }
    case 'unit':
      return say('paper-source-unit', { name: source.by, at: moment(source.at, zone) });
    case 'told':
      return say('paper-source-told', { name: source.by, at: moment(source.at, zone) });
    case 'organisation':
      return say('paper-source-organisation');
    case 'systems':
      return say('paper-source-systems');
    case 'draft':
      return say('paper-source-draft');
  }
}

/** "02:14 ngày 7/12/2026", without the word. */
function moment(at: Instant, zone: ZoneName): string {
  return `${timeOf(at, zone)} ${shortDay(dayOf(at, zone))}`;
}
