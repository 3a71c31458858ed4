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
  /** Why a report that had been received was corrected. */
  reason?: string | null;
} & (
  | { kind: 'answers'; formId: string; formVersion: number; answers: object; remarks?: object }
  /** `paperId`: the same where one paper stands for several reports. */
  | { kind: 'filed'; documentNumber: string; documentDate: Day; paperId?: string }
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
      paperId: filed?.paperId ?? null,
      reason: submission.reason ?? null,
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
