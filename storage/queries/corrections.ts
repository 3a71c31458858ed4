import type { Day, Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import { type Assignment, selectAssignments } from '#storage/queries/assignments.ts';
import type { SentVersion } from '#storage/queries/sent-reports.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** What has been received of these units for last days from that day on, or whose figures are reopened; the latest first. */
export async function receivedFrom(
  db: Reader,
  unitIds: string[],
  day: Day,
  today: Day,
): Promise<Assignment[]> {
  if (unitIds.length === 0) return [];
  return selectAssignments(db)
    .where('assignments.unitId', 'in', unitIds)
    .where('assignments.state', 'in', ['submitted', 'accepted', 'filed'])
    .where((where) =>
      where.or([where('assignments.lastDay', '>=', day), where('assignments.reopenedUntil', '>=', today)]),
    )
    .orderBy('assignments.lastDay', 'desc')
    .orderBy('units.code')
    .orderBy('assignments.windowFrom', 'desc')
    .execute();
}

/** What a unit has sent that was due on a day, or for a period. */
export async function receivedOf(
  db: Reader,
  unitIds: string[],
  lastDayOrPeriod: string,
): Promise<Assignment[]> {
  if (unitIds.length === 0) return [];
  return selectAssignments(db)
    .where('assignments.unitId', 'in', unitIds)
    .where('assignments.state', 'in', ['submitted', 'accepted', 'filed'])
    .where((where) =>
      /^\d{4}-\d{2}-\d{2}$/.test(lastDayOrPeriod)
        ? where('assignments.lastDay', '=', lastDayOrPeriod)
        : where('assignments.period', '=', lastDayOrPeriod),
    )
    .orderBy('assignments.lastDay')
    .orderBy('assignments.windowFrom', 'desc')
    .orderBy('assignments.id')
    .execute();
}

/** Begins the correction of a report that stays received meanwhile: the draft is what was sent. */
export async function beginCorrection(
  tx: Tx,
  { by, reason, at }: { by: string; reason: string; at: Instant },
  sent: SentVersion,
): Promise<void> {
  await tx
    .updateTable('assignments')
    .set({ correctionReason: reason, draftBy: by, draft: json(sent.answers) as never, draftAt: at })
    .set({ draftFormId: sent.formId, draftFormVersion: sent.formVersion })
    .where('id', '=', sent.assignmentId)
    .execute();
}

/** The correction is somebody else's now, or over. */
export async function setCorrection(
  tx: Tx,
  assignmentIds: string[],
  set: { draftBy: string } | { correctionReason: null },
): Promise<void> {
  await tx.updateTable('assignments').set(set).where('id', 'in', assignmentIds).execute();
}

/** Its figures may be corrected again, up to and with that day. */
export async function reopenReport(tx: Tx, assignmentId: string, until: Day): Promise<void> {
  await tx
    .updateTable('assignments')
    .set({ state: 'submitted', reopenedUntil: until })
    .where('id', '=', assignmentId)
    .execute();
}

export async function acceptReport(tx: Tx, assignmentId: string): Promise<void> {
  await tx
    .updateTable('assignments')
    .set({ state: 'accepted', correctionReason: null, reopenedUntil: null })
    .where('id', '=', assignmentId)
    .execute();
}

/** Somebody asks to have figures reopened. */
export async function putReopenRequest(
  tx: Tx,
  request: { id: string; assignmentIds: string[]; reason: string; askedBy: string; askedAt: Instant },
): Promise<void> {
  const { assignmentIds, ...rest } = request;
  await tx
    .insertInto('reopenRequests')
    .values(assignmentIds.map((assignmentId) => ({ ...rest, assignmentId, settledAt: null })))
    .execute();
}

export interface ReopenRequest {
  assignmentId: string;
  reason: string;
  askedBy: string;
  settledAt: Instant | null;
}

/** What was asked for together, locked for the coordinator's word. */
export async function lockReopenRequest(tx: Tx, id: string): Promise<ReopenRequest[]> {
  return tx
    .selectFrom('reopenRequests')
    .select(['assignmentId', 'reason', 'askedBy', 'settledAt'])
    .where('id', '=', id)
    .orderBy('assignmentId')
    .forUpdate()
    .execute();
}

/** The word has been said on every request about these reports that is open. */
export async function settleReopenRequests(tx: Tx, assignmentIds: string[], at: Instant): Promise<void> {
  await tx
    .updateTable('reopenRequests')
    .set({ settledAt: at })
    .where('assignmentId', 'in', assignmentIds)
    .where('settledAt', 'is', null)
    .execute();
}

/** Which of these reports somebody has asked to reopen, and has had no word. */
export async function reopeningAsked(db: Reader, assignmentIds: string[]): Promise<Set<string>> {
  if (assignmentIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('reopenRequests')
    .select('assignmentId')
    .where('assignmentId', 'in', assignmentIds)
    .where('settledAt', 'is', null)
    .execute();
  return new Set(rows.map(({ assignmentId }) => assignmentId));
}
