import { type Impact, impactKeys, type IncidentClosing } from '#domain/incident/incident.ts';
import { domainNamesIn, ipAddressesIn } from '#domain/incident/papers/find-addresses.ts';
import type { PaperWords } from '#domain/incident/papers/paper-forms.ts';
import type { CellSource, Filled, PaperEvent, PaperRecord } from '#domain/incident/papers/paper-record.ts';
import { eachOnce, said, whoDescribed, whoGave } from '#domain/incident/papers/said.ts';
import { fillIn, when } from '#domain/incident/papers/wording.ts';

/** What the timeline and the answers come to in the longer cells of a paper; each line has its source. */

export function description(record: PaperRecord, words: PaperWords): Filled {
  const { incident, kindLabel } = record;
  const { since } = incident.facts;
  return joined([
    [incident.description, whoDescribed(record)],
    ...(kindLabel ? [line(fillIn(words.kind, { kind: kindLabel }), whoGave(record, 'kind'))] : []),
    ...(since ? [line(fillIn(words.since, { since }), whoGave(record, 'since'))] : []),
  ]);
}

/** How it stands: status, severity, how bad it is, what was done, and the newest word of whoever works on it. */
export function currentState(record: PaperRecord, words: PaperWords): Filled {
  const { incident, events } = record;
  const { impact, done } = incident.facts;
  const update = lastOf(events, 'update');
  return joined([
    line(words.status[incident.status], whoLast(record, ['closed', 'status', 'acknowledged', 'reported'])),
    line(words.severity[incident.severity], whoLast(record, ['severity', 'reported'])),
    ...(impact ? [line(impactWords(impact, words), whoGave(record, 'impact'))] : []),
    ...(done ? [line(fillIn(words.done, { text: done }), whoGave(record, 'done'))] : []),
    ...(update?.text ? [line(fillIn(words.update, { text: update.text }), [said(update)])] : []),
  ]);
}

function impactWords(impact: Impact, words: PaperWords): string {
  const each = impactKeys.map((key) => words.impact[key][impact[key]]);
  return fillIn(words.reported, { impact: each.join('; ') });
}

/** What closing asked: cause, damage, measures, lessons. */
export function outcome(record: PaperRecord, words: PaperWords): Filled | undefined {
  const { closing } = record.incident;
  if (!closing) return undefined;
  const closed = whoLast(record, ['closed']);
  const parts: (keyof IncidentClosing)[] = ['cause', 'damage', 'measures', 'lessons'];
  const lines = parts.filter((part) => closing[part] !== '');
  return joined(lines.map((part) => line(fillIn(words.closing[part], { text: closing[part] }), closed)));
}

/** Whom they told, as it was recorded for the time limits of the law. */
export function toldWhom({ told, zone }: PaperRecord, words: PaperWords): Filled | undefined {
  if (told.length === 0) return undefined;
  return joined(
    told.map(({ whom, how, at, by }) => {
      const { time, day } = when(at, zone);
      return [fillIn(words.told, { whom, how, time, day }), [{ kind: 'told', by, at }]];
    }),
  );
}

/** What was asked of others; the newest last. */
export function helpAsked({ events }: PaperRecord): Filled | undefined {
  const asked = events.filter(({ kind, text }) => kind === 'help-requested' && text);
  return asked.length === 0 ? undefined : joined(asked.map((event) => [event.text ?? '', [said(event)]]));
}

/** Photos and recordings that are in the record. */
export function attachments({ events, incident }: PaperRecord, words: PaperWords): Filled | undefined {
  const photos = events.filter(({ kind }) => kind === 'photo');
  const voices = events.filter(({ kind }) => kind === 'voice');
  const what = [
    ...(photos.length > 0 ? [fillIn(words.photos, { count: String(photos.length) })] : []),
    ...(voices.length > 0 ? [fillIn(words.voices, { count: String(voices.length) })] : []),
  ];
  if (what.length === 0) return undefined;
  const text = fillIn(words.attachments, { number: incident.number, what: what.join(', ') });
  return { text, sources: eachOnce([...photos, ...voices].map(said)) };
}

/** Addresses that were named on the way; whose they are nobody has said, so the paper says that too. */
export function mentioned(
  record: PaperRecord,
  what: 'ip-addresses' | 'domains',
  words: PaperWords,
): Filled | undefined {
  const find = what === 'domains' ? domainNamesIn : ipAddressesIn;
  const texts = [
    { text: record.incident.description, sources: whoDescribed(record) },
    ...record.events.map((event) => ({ text: event.text ?? '', sources: [said(event)] })),
  ].filter(({ text }) => find(text).length > 0);
  if (texts.length === 0) return undefined;
  const found = [...new Set(texts.flatMap(({ text }) => find(text)))].join(', ');
  return {
    text: fillIn(words.mentioned, { found }),
    sources: eachOnce(texts.flatMap(({ sources }) => sources)),
  };
}

type Line = [text: string, sources: CellSource[]];

function line(text: string, sources: CellSource[]): Line {
  return [text, sources];
}

function joined(lines: Line[]): Filled {
  return {
    text: lines.map(([text]) => text).join('\n'),
    sources: eachOnce(lines.flatMap(([, sources]) => sources)),
  };
}

/** Of the first of these kinds that the timeline has, the newest line. */
function whoLast({ events }: PaperRecord, kinds: PaperEvent['kind'][]): CellSource[] {
  const last = kinds.map((kind) => lastOf(events, kind)).find((event) => event !== undefined);
  return last ? [said(last)] : [];
}

function lastOf(events: readonly PaperEvent[], wanted: PaperEvent['kind']): PaperEvent | undefined {
  return events.findLast(({ kind }) => kind === wanted);
}
