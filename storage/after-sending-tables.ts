import type { Day } from '#domain/time.ts';

/** A coordinator asked for a report again; one id for all that were asked for with one remark. */
export interface ReportReturnRow {
  id: string;
  assignmentId: string;
  /** The key of the question meant; the whole report when empty. */
  question: string | null;
  remark: string;
  returnedBy: string;
  returnedAt: Date;
  /** By when it is asked for. */
  lastDay: Day;
  answeredAt: Date | null;
}

/** Somebody asked to have closed figures reopened; one id for all that were asked for together. */
export interface ReopenRequestRow {
  id: string;
  assignmentId: string;
  reason: string;
  askedBy: string;
  askedAt: Date;
  settledAt: Date | null;
}
