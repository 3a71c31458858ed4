import type { Instant } from '#domain/time.ts';

/** An incident as it is known so far. It exists from the first answer on; everything after that only enriches it. */
export interface Incident {
  id: string;
  /** As people cite it: `SC-2026-0007`; a drill has numbers of its own, `DT-2026-0001`. */
  number: string;
  drill: boolean;
  unit: { id: string; name: string };
  /** The officer who wrote first. */
  reportedBy: string;
  reportedAt: Instant;
  /** When it was noticed: hour clocks run from here. The first word, unless the reporter says it was earlier. */
  detectedAt: Instant;
  /** In the words of whoever reported it, without what carries a secrecy marking. */
  description: string;
  facts: IncidentFacts;
  severity: Severity;
  /** Where a responder changed what the rules gave. */
  severitySet: { by: string; why: string } | null;
  status: IncidentStatus;
  /** Who has said "đã nhận", or has been handed it. */
  handler: string | null;
  acknowledgedAt: Instant | null;
  /** The last word of anybody who works on it: an acknowledged incident without one is asked about again. */
  updatedAt: Instant;
  /** When its handler was last asked how it stands. */
  askedAgainAt: Instant | null;
  /** The minutes of the escalation policy count from here: the first word, or when it was made severe. */
  escalatedFrom: Instant;
  closedAt: Instant | null;
  closing: IncidentClosing | null;
  /** What was asked for the papers alone, by cell. */
  paperAnswers: Record<string, string>;
  /** The main incident that this one is a duplicate of. */
  duplicateOf: string | null;
}

/**
 * mới → đã nhận → đang xử lý → đã khoanh vùng → đã đóng. `false-alarm` and `duplicate` are ends too: nothing is alerted
 * or counted for them any more.
 */
export const incidentStatuses = [
  'new',
  'acknowledged',
  'in-progress',
  'contained',
  'closed',
  'false-alarm',
  'duplicate',
] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** Somebody still has to do something about it. */
export function isOpen(status: IncidentStatus): boolean {
  return status !== 'closed' && status !== 'false-alarm' && status !== 'duplicate';
}

export type Severity = 'severe' | 'ordinary';

/** What has been answered; what nobody has said is absent, what the reporter does not know is `unknown`. */
export interface IncidentFacts {
  /** A key of the kinds of the form, or `unknown` ("Chưa rõ"). */
  kind?: string;
  system?: IncidentSystem;
  /** How bad it is; asked in one question. */
  impact?: Impact;
  since?: string;
  done?: string;
  contact?: string;
  /** "Cách thức phát hiện" of form 03. */
  foundBy?: string;
}

/** `id` and `level` (1–5) when it is one of the unit's systems, else as it was typed. */
export interface IncidentSystem {
  id?: string;
  name: string;
  level?: number;
}

/** Each: does it hold, does it not, or does nobody know yet? */
export interface Impact {
  /** Is it still spreading? */
  spreading: Known;
  /** Does a service stand still? */
  serviceDown: Known;
  /** Have data been lost, changed or read by strangers? */
  dataHarmed: Known;
  /** Are personal data among them? */
  personalData: Known;
  /** Can the unit not deal with it alone? */
  beyondCapacity: Known;
}
export const impactKeys = [
  'spreading',
  'serviceDown',
  'dataHarmed',
  'personalData',
  'beyondCapacity',
] as const satisfies (keyof Impact)[];
export type ImpactKey = (typeof impactKeys)[number];
export type Known = 'yes' | 'no' | 'unknown';

/** What is asked when it is closed. */
export interface IncidentClosing {
  cause: string;
  damage: string;
  measures: string;
  lessons: string;
}

/** `SC-2026-0007`, `DT-2026-0001`; `sequence` counts from 1 in each year, drills apart. */
export function incidentNumber({ drill, year, sequence }: NumberParts): string {
  return `${drill ? 'DT' : 'SC'}-${year}-${String(sequence).padStart(4, '0')}`;
}

interface NumberParts {
  drill: boolean;
  year: number;
  sequence: number;
}
