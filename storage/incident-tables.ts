import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { IncidentStatus, Severity } from '#domain/incident/incident.ts';

/** The rows about incidents; `storage/tables.ts` lists them with all others. */

/** A system that a unit runs, as the administrator entered it. */
export interface SystemRow {
  id: string;
  unitId: string;
  name: string;
  /** 1 to 5; none where no level has been approved. */
  level: number | null;
  retiredAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** The last number given in a year; drills count apart. */
export interface IncidentNumberRow {
  drill: boolean;
  year: number;
  last: number;
}

export interface IncidentRow {
  id: string;
  number: string;
  drill: boolean;
  unitId: string;
  reportedBy: string;
  reportedAt: Date;
  detectedAt: Date;
  description: string;
  facts: JSONColumnType<object>;
  severity: Severity;
  /** Set where a responder changed what the rules gave. */
  severitySetBy: string | null;
  severityReason: string | null;
  status: IncidentStatus;
  handler: string | null;
  acknowledgedAt: Date | null;
  /** The policy's minutes count from here: the first word, or when it was made severe. */
  escalatedFrom: Date;
  updatedAt: Date;
  /** When its handler was last asked how it stands. */
  askedAgainAt: Date | null;
  closedAt: Date | null;
  closing: JSONColumnType<object> | null;
  /** By cell: what was asked for the papers alone. */
  paperAnswers: JSONColumnType<object>;
  duplicateOf: string | null;
}

export interface IncidentEventRow {
  id: string;
  seq: Generated<number>;
  incidentId: string;
  at: Date;
  /** Null: the product itself. */
  officerId: string | null;
  kind: string;
  text: string | null;
  details: JSONColumnType<object>;
  /** Taken back by whoever wrote it; kept for the record. */
  removedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** Somebody was alerted, by a step of the policy in one of its rounds. */
export interface IncidentAlertRow {
  incidentId: string;
  escalatedFrom: Date;
  round: number;
  step: number;
  officerId: string;
  at: Date;
}

/** A step of the policy that was taken, also where it reached nobody. */
export interface IncidentStepRow {
  incidentId: string;
  escalatedFrom: Date;
  round: number;
  step: number;
  at: Date;
  /** How many people it reached. */
  reached: number;
}

/** A time limit that runs for an incident: an event duty of a directive. */
export interface IncidentClockRow {
  incidentId: string;
  directiveId: string;
  dutyId: string;
  startsAt: Date;
  dueAt: Date;
  /** The last step that somebody was reminded of. */
  remindedAt: Date | null;
  /** When they were told, which may be before it was recorded. */
  metAt: Date | null;
  metBy: string | null;
  /** Who was told. */
  told: string | null;
  how: string | null;
  /** Asked for when it was met after its time. */
  lateReason: string | null;
  waivedAt: Date | null;
  waivedBy: string | null;
  waivedReason: string | null;
  /** When those concerned were told that it has passed. */
  missedAt: Date | null;
}

/** The conversation about an incident that an officer is in; it comes before any other. */
export interface IncidentTalkRow {
  officerId: string;
  id: string;
  incidentId: string | null;
  stage: string;
  state: JSONColumnType<object>;
  askedBy: string | null;
  /** No answer by then: those who are on duty are told all the same. */
  silentUntil: Date | null;
  updatedAt: Date;
}

/** What other units are told because of an incident; everyone who gets it is to say that they have. */
export interface WarningRow {
  id: string;
  incidentId: string;
  text: string;
  sentBy: string;
  sentAt: Date;
}

export interface WarningReceiptRow {
  warningId: string;
  officerId: string;
  acknowledgedAt: Date | null;
}

/** Whom to ring when something happens. */
export interface ContactRow {
  id: string;
  name: string;
  phone: string;
  /** In this order they are shown. */
  place: number;
  /** Shown to strangers too. */
  isPublic: boolean;
}

export interface EscalationPolicyRow {
  unitId: string;
  policy: JSONColumnType<object>;
}

/** A paper that may be fetched once by whoever holds the link; only the digest of its secret is kept. */
export interface DraftLinkRow {
  digest: string;
  incidentId: string;
  paper: 'first' | 'closing';
  officerId: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}
