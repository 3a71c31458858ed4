import type { ChannelKind } from '#domain/channel.ts';
import type { Incident } from '#domain/incident/incident.ts';
import type { IncidentEventKind } from '#domain/incident/timeline.ts';
import type { Instant, ZoneName } from '#domain/time.ts';
import type { CellKey } from '#domain/incident/papers/paper-forms.ts';

/** Everything that a paper is made from, as it stands at `now`. */
export interface PaperRecord {
  incident: Incident;
  /** In the order in which it was written, without what was taken back. */
  events: readonly PaperEvent[];
  unit: {
    name: string;
    /** The unit above it, as the organisation tree has it. */
    superior: string | null;
  };
  /** Whom the paper names as the contact, by name. */
  contact: string;
  /** The kind of the incident, as the form words it; absent where nobody knows it. */
  kindLabel?: string;
  /** Who was told, as it was recorded for a time limit of the law. */
  told: readonly Told[];
  /** What is the same for every incident of the unit. */
  remembered: Partial<Record<CellKey, Remembered>>;
  zone: ZoneName;
  /** When the draft is made. */
  now: Instant;
}

/** A line of the timeline; `officer` is null for what the product did by itself. */
export interface PaperEvent {
  id: string;
  at: Instant;
  officer: { id: string; name: string } | null;
  kind: IncidentEventKind;
  text: string | null;
  details: Readonly<Record<string, string | number | boolean | null>>;
}

interface Told {
  whom: string;
  how: string;
  at: Instant;
  /** The name of whoever recorded it. */
  by: string;
}

export interface Remembered {
  text: string;
  by: string;
  at: Instant;
}

/** Where the text of a cell comes from. */
export type CellSource =
  /** A line of the timeline: who, when, by which channel where that is known. */
  | {
      kind: 'said';
      by: string | null;
      at: Instant;
      event: IncidentEventKind;
      channel?: ChannelKind;
    }
  /** Entered once for the unit. */
  | { kind: 'unit'; by: string; at: Instant }
  /** Recorded when a time limit was met. */
  | { kind: 'told'; by: string; at: Instant }
  /** The list of units and people, or of systems, as the administrator keeps it. */
  | { kind: 'organisation' }
  | { kind: 'systems' }
  /** The moment at which the draft was made. */
  | { kind: 'draft'; at: Instant };

/** A cell that can be filled, with at least one source. */
export interface Filled {
  text: string;
  sources: CellSource[];
}
