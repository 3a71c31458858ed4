import { sql } from 'kysely';
import type { Day, Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { SentVersion } from '#storage/queries/sent-reports.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** A coordinator's remark with which a report was asked for again. */
export interface ReportReturn {
  assignmentId: string;
  /** The key of the question meant; the whole report when empty. */
  question: string | null;
  remark: string;
  returnedBy: string;
  returnedAt: Instant;
  lastDay: Day;
  answeredAt: Instant | null;
}

/** Everything that was asked of these reports again, the earliest first. */
export async function returnsOf(db: Reader, assignmentIds: string[]): Promise<ReportReturn[]> {
  if (assignmentIds.length === 0) return [];
  return db
    .selectFrom('reportReturns')
    .select(['assignmentId', 'question', 'remark', 'returnedBy', 'returnedAt', 'lastDay', 'answeredAt'])
    .where('assignmentId', 'in', assignmentIds)
    .orderBy('returnedAt')
    .orderBy('assignmentId')
    .execute();
}

/** What is asked of them now. */
export async function openReturns(db: Reader, assignmentIds: string[]): Promise<ReportReturn[]> {
  const all = await returnsOf(db, assignmentIds);
  return all.filter(({ answeredAt }) => answeredAt === null);
}

/**
 * Asks for a report again, locked and received: it is owed by its new last day, and its cadence begins anew. When it was first
 * received, and whether that was in time, stays. Its draft is what was sent, or the correction that was begun.
 */
export async function putReturn(
  tx: Tx,
  report: Pick<ReportReturn, 'assignmentId' | 'question' | 'remark' | 'returnedBy' | 'lastDay'> & {
    id: string;
    at: Instant;
  },
  sent: SentVersion,
  { keepDraft }: { keepDraft: boolean },
): Promise<void> {
  const { id, assignmentId, question, remark, returnedBy, lastDay, at } = report;
  await tx
    .insertInto('reportReturns')
    .values({ id, assignmentId, question, remark, returnedBy, lastDay, returnedAt: at, answeredAt: null })
    .execute();
  const draft = { draft: json(sent.answers) as never, draftBy: null, draftAt: at };
  const form = { draftFormId: sent.formId, draftFormVersion: sent.formVersion };
  await tx
    .updateTable('assignments')
    .set({ state: 'returned', newLastDay: lastDay, cadenceSince: at, correctionReason: null })
    .set({ cadenceRound: sql<number>`cadence_round + 1` })
    .set(keepDraft ? {} : { ...draft, ...form })
    .where('id', '=', assignmentId)
    .execute();
  // What somebody put off then has nothing to do with what is asked now.
  await tx.deleteFrom('snoozes').where('assignmentId', '=', assignmentId).execute();
}

/** What was asked of a report has been answered, if anything was. */
export async function answerReturn(tx: Tx, assignmentId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('reportReturns')
    .set({ answeredAt: at })
    .where('assignmentId', '=', assignmentId)
    .where('answeredAt', 'is', null)
    .execute();
}
