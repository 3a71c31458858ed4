import type { Catalogue } from '#domain/catalogue.ts';
import type { Source } from '#domain/directives/schema.ts';
import type { Period } from '#domain/period.ts';
import type { Language, Say } from '#locales/text.ts';
import { dutyNamed, titlesOf } from '#handlers/duty-words.ts';

interface Context {
  catalogue: Catalogue;
  language: Language;
  say: Say;
}

interface Report {
  directive: string;
  duty: string;
  period: Period;
}

/** By which clauses these reports are owed, one line for each document, and which dates are not the documents' own. */
export function reasonLines(context: Context, reports: Report[]): string[] {
  const bySource = Map.groupBy(reports, (report) => dutyNamed(context.catalogue, report).duty.due.source);
  const of = (source: Source) => bySource.get(source) ?? [];
  return [
    ...citationLines(context, [...of('text'), ...of('default')]),
    ...remark(context, of('default'), reports, ['reminder-own-date', 'reminder-own-date-of']),
    ...remark(context, of('product'), reports, ['reminder-service', 'reminder-service-of']),
  ];
}

function citationLines({ catalogue, say }: Context, reports: Report[]): string[] {
  const byDocument = Map.groupBy(reports, ({ directive }) => directive);
  return [...byDocument.values()].map((ofOne) => {
    const citations = ofOne.map((report) => dutyNamed(catalogue, report).duty.citation);
    return say('reminder-cited', { citation: mergedCitation(citations) });
  });
}

/** True of all: said plainly. True of some: with their names. */
function remark(
  { catalogue, language, say }: Context,
  some: Report[],
  all: Report[],
  [ofAll, ofSome]:
    | ['reminder-own-date', 'reminder-own-date-of']
    | ['reminder-service', 'reminder-service-of'],
): string[] {
  if (some.length === 0) return [];
  if (some.length === all.length) return [say(ofAll)];
  return [say(ofSome, { titles: titlesOf(catalogue, language, some) })];
}

/**
 * Citations of one document as one: "Công văn số 1, điểm 1.1, gạch đầu dòng thứ 4" and the same with "thứ 2" give "Công
 * văn số 1, điểm 1.1, gạch đầu dòng thứ 4; gạch đầu dòng thứ 2".
 */
export function mergedCitation(citations: string[]): string {
  const parts = [...new Set(citations)].map((citation) => citation.split(', '));
  const [first = [], ...others] = parts;
  const differs = first.findIndex((part, at) => others.some((other) => other[at] !== part));
  const shared = Math.min(differs < 0 ? first.length : differs, ...parts.map(({ length }) => length - 1));
  const beginning = first.slice(0, shared);
  const rests = parts.map((part) => part.slice(shared).join(', '));
  return [...beginning, rests.join('; ')].join(', ');
}
