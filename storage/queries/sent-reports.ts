import { z } from 'zod';
import { type Answers, answersSchema } from '#domain/answers/answer-value.ts';
import type { AnswerRemark } from '#domain/dialogue/say.ts';
import type { Day, Instant } from '#domain/time.ts';
import type { Reader } from '#storage/store.ts';

/** One version of a report that was answered here. */
export interface SentVersion {
  submissionId: string;
  assignmentId: string;
  version: number;
  formId: string;
  formVersion: number;
  answers: Answers;
  remarks: Readonly<Record<string, AnswerRemark>>;
  /** Why the version before was corrected. */
  reason: string | null;
  officerName: string;
  receivedAt: Instant;
}

/** All versions of these reports that hold answers, of each the first one first. */
export async function sentVersions(db: Reader, assignmentIds: string[]): Promise<SentVersion[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await db
    .selectFrom('submissions')
    .innerJoin('officers', 'officers.id', 'submissions.officerId')
    .select(['submissions.id as submissionId', 'submissions.assignmentId', 'submissions.version'])
    .select(['submissions.formId', 'submissions.formVersion', 'submissions.answers', 'submissions.remarks'])
    .select(['submissions.reason', 'submissions.receivedAt', 'officers.name as officerName'])
    .where('submissions.assignmentId', 'in', assignmentIds)
    .where('submissions.kind', '=', 'answers')
    .orderBy('submissions.assignmentId')
    .orderBy('submissions.version')
    .execute();
  return rows.map(({ formId, formVersion, answers, remarks, ...row }) => ({
    ...row,
    formId: formId ?? '',
    formVersion: formVersion ?? 0,
    answers: answersSchema.parse(answers),
    // As the conversation made them.
    remarks: remarksSchema.parse(remarks) as Record<string, AnswerRemark>,
  }));
}

const remarksSchema = z.record(z.string(), z.looseObject({}));

/** The last version of each of these reports, by assignment. */
export async function lastSent(db: Reader, assignmentIds: string[]): Promise<Map<string, SentVersion>> {
  const versions = await sentVersions(db, assignmentIds);
  return new Map(versions.map((version) => [version.assignmentId, version]));
}

/** The reports that were sent in one go with a submission, that one's first. */
export async function sentTogether(db: Reader, submissionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('submissions as one')
    .innerJoin('submissions', (join) =>
      join
        .onRef('submissions.officerId', '=', 'one.officerId')
        .onRef('submissions.receivedAt', '=', 'one.receivedAt'),
    )
    .innerJoin('assignments as meant', 'meant.id', 'one.assignmentId')
    .innerJoin('assignments', (join) =>
      join
        .onRef('assignments.id', '=', 'submissions.assignmentId')
        .onRef('assignments.unitId', '=', 'meant.unitId'),
    )
    .select(['submissions.id', 'submissions.assignmentId'])
    .where('one.id', '=', submissionId)
    .where('submissions.kind', '=', 'answers')
    .orderBy('assignments.windowFrom', 'desc')
    .orderBy('submissions.id')
    .execute();
  const [own, others] = [true, false].map((isOwn) =>
    rows.filter(({ id }) => (id === submissionId) === isOwn),
  );
  return [...(own ?? []), ...(others ?? [])].map(({ assignmentId }) => assignmentId);
}

/** The number and the day of the paper that a report was last recorded as sent with, and whether it has been confirmed. */
export async function lastPaper(
  db: Reader,
  assignmentId: string,
): Promise<{ documentNumber: string; documentDate: Day; confirmed: boolean } | undefined> {
  const row = await db
    .selectFrom('submissions')
    .select(['documentNumber', 'documentDate', 'confirmedAt'])
    .where('assignmentId', '=', assignmentId)
    .where('kind', '=', 'filed')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row?.documentNumber || !row.documentDate) return undefined;
  const { documentNumber, documentDate, confirmedAt } = row;
  return { documentNumber, documentDate, confirmed: confirmedAt !== null };
}
