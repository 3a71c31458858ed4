import type { Day, Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { Reader, Tx } from '#storage/store.ts';

export type NewSubmission = {
  id: string;
  assignmentId: string;
  officerId: string;
  receivedAt: Instant;
  onTime: boolean;
  receiptCode: string;
} & (
  | { kind: 'answers'; formId: string; formVersion: number; answers: object; remarks?: object }
  | { kind: 'filed'; documentNumber: string; documentDate: Day }
);

/** Adds the next version of an assignment's submissions; those before it stay as they were. */
export async function addSubmission(tx: Tx, submission: NewSubmission): Promise<{ version: number }> {
  const version = (await lastVersionOf(tx, submission.assignmentId)) + 1;
  const { id, assignmentId, officerId, receivedAt, onTime, receiptCode, kind } = submission;
  const answers = submission.kind === 'answers' ? submission : undefined;
  const filed = submission.kind === 'filed' ? submission : undefined;
  await tx
    .insertInto('submissions')
    .values({
      ...{ id, assignmentId, officerId, receivedAt, onTime, receiptCode, kind, version },
      formId: answers?.formId ?? null,
      formVersion: answers?.formVersion ?? null,
      answers: answers ? (json(answers.answers) as never) : null,
      remarks: json(answers?.remarks ?? {}) as never,
      documentNumber: filed?.documentNumber ?? null,
      documentDate: filed?.documentDate ?? null,
      confirmedBy: null,
      confirmedAt: null,
    })
    .execute();
  return { version };
}

async function lastVersionOf(tx: Tx, assignmentId: string): Promise<number> {
  const { version } = await tx
    .selectFrom('submissions')
    .select((select) => select.fn.coalesce(select.fn.max('version'), select.lit(0)).as('version'))
    .where('assignmentId', '=', assignmentId)
    .executeTakeFirstOrThrow();
  return Number(version);
}

export interface FiledPaper {
  id: string;
  assignmentId: string;
  documentNumber: string;
  documentDate: Day;
  confirmedAt: Instant | null;
  officerId: string;
}

/**
 * The paper by which a report was last recorded as sent, both locked for the coordinator's word; nothing for a paper that
 * another submission has come after.
 */
export async function lockFiledPaper(tx: Tx, id: string): Promise<FiledPaper | undefined> {
  const row = await tx
    .selectFrom('submissions')
    .innerJoin('assignments', 'assignments.id', 'submissions.assignmentId')
    .select(['submissions.id', 'submissions.assignmentId', 'submissions.version', 'submissions.officerId'])
    .select(['submissions.documentNumber', 'submissions.documentDate', 'submissions.confirmedAt'])
    .where('submissions.id', '=', id)
    .where('submissions.kind', '=', 'filed')
    .forUpdate(['assignments', 'submissions'])
    .executeTakeFirst();
  if (!row?.documentNumber || !row.documentDate) return undefined;
  const { version, ...paper } = row;
  if (version !== (await lastVersionOf(tx, row.assignmentId))) return undefined;
  return { ...paper, documentNumber: row.documentNumber, documentDate: row.documentDate };
}

export async function confirmFiledPaper(tx: Tx, id: string, by: string, at: Instant): Promise<void> {
  await tx
    .updateTable('submissions')
    .set({ confirmedBy: by, confirmedAt: at })
    .where('id', '=', id)
    .execute();
}

/** Papers recorded as sent that no coordinator has confirmed, the oldest first. */
export async function unconfirmedPapers(db: Reader): Promise<
  {
    id: string;
    documentNumber: string | null;
    documentDate: Day | null;
    unitName: string;
    directive: string;
    duty: string;
    period: string;
  }[]
> {
  return db
    .selectFrom('submissions')
    .innerJoin('assignments', 'assignments.id', 'submissions.assignmentId')
    .innerJoin('units', 'units.id', 'assignments.unitId')
    .select(['submissions.id', 'submissions.documentNumber', 'submissions.documentDate'])
    .select(['units.name as unitName', 'assignments.directiveId as directive', 'assignments.dutyId as duty'])
    .select('assignments.period')
    .where('submissions.kind', '=', 'filed')
    .where('submissions.confirmedAt', 'is', null)
    .orderBy('submissions.receivedAt')
    .execute();
}
