/**
 * What can stand in an incident's timeline. An answer names the fact that it gave in `details.fact` (a key of
 * `IncidentFacts`, or `description`), and the channel it came by in `details.channel`: a paper says who said what.
 */
export type IncidentEventKind =
  /** The first word, and every later answer of the reporter. */
  | 'reported'
  | 'enriched'
  /** A step of the policy: whom it reached. */
  | 'alerted'
  | 'acknowledged'
  | 'handed-over'
  /** What somebody who works on it wrote. */
  | 'update'
  | 'status'
  | 'severity'
  | 'help-requested'
  /** Linked to the main incident, or another one to this. */
  | 'linked'
  | 'unit-warned'
  | 'clock-met'
  | 'clock-waived'
  | 'clock-missed'
  | 'photo'
  | 'voice'
  /** A cell of a paper that was asked for: `details.cell`; the text stands in `paperAnswers` alone. */
  | 'paper-answered'
  | 'paper-linked'
  | 'paper-fetched'
  | 'asked-again'
  | 'false-alarm'
  | 'closed';
