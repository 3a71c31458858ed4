/** What can stand in an incident's timeline. */
export const incidentEventKinds = [
  /** The first word, and every later answer of the reporter. */
  'reported',
  'enriched',
  /** A step of the policy: whom it reached. */
  'alerted',
  'acknowledged',
  'handed-over',
  /** What somebody who works on it wrote. */
  'update',
  'status',
  'severity',
  'help-requested',
  /** Linked to the main incident, or another one to this. */
  'linked',
  'unit-warned',
  'clock-met',
  'clock-waived',
  'clock-missed',
  'photo',
  'voice',
  'paper-linked',
  'paper-fetched',
  'asked-again',
  'false-alarm',
  'closed',
] as const;
export type IncidentEventKind = (typeof incidentEventKinds)[number];
