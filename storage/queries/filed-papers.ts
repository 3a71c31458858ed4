import type { Day, Instant } from '#domain/time.ts';
import type { Tx } from '#storage/store.ts';

/** A report that was recorded as sent on paper. */
export interface FiledPaper {
  id: string;
  assignmentId: string;
  documentNumber: string;
  documentDate: Day;
  confirmedAt: Instant | null;
  officerId: string;
}

/**
 * The reports that the paper of a submission stands for, locked with their submissions for the coordinator's word, and
 * without those that another submission has come after.
 */
export async function lockFiledPapers(tx: Tx, submissionId: string): Promise<FiledPaper[]> {
  const rows = await tx
    .selectFrom('submissions')
    .innerJoin('assignments', 'assignments.id', 'submissions.assignmentId')
    .select(['submissions.id', 'submissions.assignmentId', 'submissions.version', 'submissions.officerId'])
    .select(['submissions.documentNumber', 'submissions.documentDate', 'submissions.confirmedAt'])
    .where('submissions.kind', '=', 'filed')
    .where((where) =>
      where.or([
        where('submissions.id', '=', submissionId),
        where('submissions.paperId', '=', (query) =>
          query.selectFrom('submissions as one').select('one.paperId').where('one.id', '=', submissionId),
        ),
      ]),
    )
    // As whoever sends a report locks them.
    .orderBy('assignments.lastDay')
    .orderBy('assignments.windowFrom', 'desc')
    .orderBy('assignments.id')
    .forUpdate(['assignments', 'submissions'])
    .execute();
  const last = await lastVersions(
    tx,
    rows.map((row) => row.assignmentId),
  );
  return rows.flatMap(({ version, documentNumber, documentDate, ...paper }) =>
    documentNumber && documentDate && last.get(paper.assignmentId) === version
      ? [{ ...paper, documentNumber, documentDate }]
      : [],
  );
}

/** Read when the assignments are locked, so that nobody adds another meanwhile. */
async function lastVersions(tx: Tx, assignmentIds: string[]): Promise<Map<string, number>> {
  if (assignmentIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('submissions')
    .select(['assignmentId', (select) => select.fn.max('version').as('version')])
    .where('assignmentId', 'in', assignmentIds)
    .groupBy('assignmentId')
    .execute();
  return new Map(rows.map(({ assignmentId, version }) => [assignmentId, version]));
}

export async function confirmFiledPapers(tx: Tx, ids: string[], by: string, at: Instant): Promise<void> {
  await tx
    .updateTable('submissions')
    .set({ confirmedBy: by, confirmedAt: at })
    .where('id', 'in', ids)
    .execute();
}
