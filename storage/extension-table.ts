import type { ColumnType } from 'kysely';
import type { Day } from '#domain/time.ts';

/** A report for which more time was asked; those asked for with one word share the id. */
export interface ExtensionRequestRow {
  id: string;
  assignmentId: string;
  until: Day;
  reason: string;
  askedBy: string;
  askedAt: Date;
  /** Null while it waits for the coordinator. */
  agreed: ColumnType<boolean | null, undefined, boolean>;
  settledBy: ColumnType<string | null, undefined, string>;
  settledAt: ColumnType<Date | null, undefined, Date>;
}
