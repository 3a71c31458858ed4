import type { ColumnType } from 'kysely';
import type { Day } from '#domain/time.ts';

/** The rows about who does whose work; `storage/tables.ts` lists them with all others. */

/** A position that somebody else is to hold from now on. */
export interface HandOverRow {
  id: string;
  positionId: string;
  askedBy: string;
  askedAt: Date;
  /** Whom it was offered to; none until one was chosen. */
  toOfficer: ColumnType<string | null, undefined, string | null>;
  outcome: ColumnType<'done' | 'refused' | 'overtaken' | null, undefined, 'done' | 'refused' | 'overtaken'>;
  settledAt: ColumnType<Date | null, undefined, Date>;
}

/** Days on which an officer is away, the first and the last among them. */
export interface LeaveRow {
  id: string;
  officerId: string;
  fromDay: Day;
  untilDay: Day;
  askedAt: Date;
  /** Who was asked to stand in; they do once they have accepted and the leave has started. */
  standIn: ColumnType<string | null, undefined, string | null>;
  acceptedAt: ColumnType<Date | null, undefined, Date | null>;
  startedAt: ColumnType<Date | null, undefined, Date | null>;
  endedAt: ColumnType<Date | null, undefined, Date>;
}
