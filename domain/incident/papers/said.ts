import type { ChannelKind } from '#domain/channel.ts';
import type { CellSource, PaperEvent, PaperRecord } from '#domain/incident/papers/paper-record.ts';

/** Where a line of the timeline stands as a source. */
export function said({ kind, at, officer, details }: PaperEvent): CellSource {
  const channel = channels.find((known) => known === details.channel);
  return { kind: 'said', event: kind, at, by: officer?.name ?? null, ...(channel ? { channel } : {}) };
}

/** Who gave this fact last; where no line names it, it came with the first word. */
export function whoGave({ events }: PaperRecord, fact: string): CellSource[] {
  const given = events.filter(({ details }) => details.fact === fact);
  const last = given.at(-1) ?? events.find(({ kind }) => kind === 'reported');
  return last ? [said(last)] : [];
}

/** Everyone whose words the description is made of. */
export function whoDescribed(record: PaperRecord): CellSource[] {
  const { incident, events } = record;
  const words = events.filter(
    ({ kind, text }) =>
      (kind === 'reported' || kind === 'enriched') && text && incident.description.includes(text),
  );
  return words.length > 0 ? words.map(said) : whoGave(record, 'description');
}

/** Each source once, in order. */
export function eachOnce(sources: CellSource[]): CellSource[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}

const channels = ['telegram', 'zalo', 'rehearsal'] as const satisfies ChannelKind[];
