import type { ColumnType, JSONColumnType } from 'kysely';
import type { HeadOutcome } from '#domain/heads-word.ts';

/** The rows about the head's word; `storage/tables.ts` lists them with all others. */

/** Reports of one unit that an officer has handed to the head together. */
export interface HeadRequestRow {
  id: string;
  unitId: string;
  askedBy: string;
  askedAt: Date;
  /** None while it waits. */
  outcome: ColumnType<HeadOutcome | null, undefined, HeadOutcome>;
  settledBy: ColumnType<string | null, undefined, string>;
  settledAt: ColumnType<Date | null, undefined, Date>;
  remark: ColumnType<string | null, undefined, string | null>;
}

/** One of them, as it would be sent; gone once the request is settled. */
export interface ReportAwaitingHeadRow {
  assignmentId: string;
  requestId: string;
  formId: string;
  formVersion: number;
  answers: JSONColumnType<object>;
  remarks: JSONColumnType<object>;
}
