import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { HeadOutcome, HeadsWord } from '#domain/heads-word.ts';
import type { Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import { isOpenChat } from '#storage/queries/chat-reach.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** What units want of their heads, all or those named; those that want nothing are left out. */
export async function headsWordOf(db: Reader, unitIds?: string[]): Promise<Map<string, HeadsWord>> {
  if (unitIds?.length === 0) return new Map();
  const rows = await db
    .selectFrom('units')
    .select(['id', 'headsWord'])
    .$if(unitIds !== undefined, (query) => query.where('id', 'in', unitIds ?? []))
    .where('headsWord', '!=', 'off')
    .execute();
  return new Map(rows.map(({ id, headsWord }) => [id, headsWord]));
}

export async function setHeadsWord(tx: Tx, unitId: string, headsWord: HeadsWord): Promise<void> {
  await tx.updateTable('units').set({ headsWord }).where('id', '=', unitId).execute();
}

/** The heads of a unit whom some chat reaches, by name. */
export async function reachableHeads(db: Reader, unitId: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('positions')
    .innerJoin('officers', 'officers.id', 'positions.officerId')
    .innerJoin('identities', 'identities.officerId', 'officers.id')
    .select(['officers.id', 'officers.name'])
    .distinct()
    .where('positions.unitId', '=', unitId)
    .where('positions.kind', '=', 'head')
    .where('positions.until', 'is', null)
    .where(isOpenChat())
    .orderBy('officers.name')
    .orderBy('officers.id')
    .execute();
}

/** A report as it would be sent. */
export interface AwaitingReport {
  assignmentId: string;
  formId: string;
  formVersion: number;
  answers: unknown;
  remarks: unknown;
}

export interface HeadRequest {
  id: string;
  unitId: string;
  askedBy: string;
  outcome: HeadOutcome | null;
}

/** Reports of one unit wait for its head from now on; none of them may wait already. */
export async function putHeadRequest(
  tx: Tx,
  request: { id: string; unitId: string; askedBy: string; askedAt: Instant },
  reports: readonly (AwaitingReport & { answers: object; remarks: object })[],
): Promise<void> {
  await tx.insertInto('headRequests').values(request).execute();
  await tx
    .insertInto('reportsAwaitingHead')
    .values(
      reports.map(({ assignmentId, formId, formVersion, answers, remarks }) => ({
        ...{ assignmentId, requestId: request.id, formId, formVersion },
        answers: json(answers) as never,
        remarks: json(remarks) as never,
      })),
    )
    .execute();
}

/** A request, locked until the transaction ends; also one that has been settled. */
export async function lockHeadRequest(tx: Tx, id: string): Promise<HeadRequest | undefined> {
  return tx
    .selectFrom('headRequests')
    .select(['id', 'unitId', 'askedBy', 'outcome'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** What waits under a request; nothing once it is settled. */
export async function reportsAwaiting(db: Reader, requestId: string): Promise<AwaitingReport[]> {
  return db
    .selectFrom('reportsAwaitingHead')
    .select(['assignmentId', 'formId', 'formVersion', 'answers', 'remarks'])
    .where('requestId', '=', requestId)
    .orderBy('assignmentId')
    .execute();
}

/** The requests under which any of these reports waits, with who asked, the oldest first. */
export async function requestsAbout(
  db: Reader,
  assignmentIds: string[],
): Promise<{ id: string; unitId: string; askedBy: string; askedByName: string; assignmentIds: string[] }[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await db
    .selectFrom('reportsAwaitingHead')
    .innerJoin('headRequests', 'headRequests.id', 'reportsAwaitingHead.requestId')
    .innerJoin('officers', 'officers.id', 'headRequests.askedBy')
    .select(['headRequests.id', 'headRequests.unitId', 'headRequests.askedBy', 'officers.name'])
    .select('reportsAwaitingHead.assignmentId')
    .where('reportsAwaitingHead.assignmentId', 'in', assignmentIds)
    .orderBy('headRequests.askedAt')
    .orderBy('headRequests.id')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, ofOne]) => {
    const [first] = ofOne;
    if (!first) return [];
    const { unitId, askedBy, name } = first;
    return { id, unitId, askedBy, askedByName: name, assignmentIds: ofOne.map((row) => row.assignmentId) };
  });
}

/** Nothing waits under it any more, and it is written down what came of it. */
export async function settleHeadRequest(
  tx: Tx,
  id: string,
  settled: { outcome: HeadOutcome; settledBy: string; settledAt: Instant; remark?: string },
): Promise<void> {
  await tx.deleteFrom('reportsAwaitingHead').where('requestId', '=', id).execute();
  await tx.updateTable('headRequests').set(settled).where('id', '=', id).execute();
}

/** Whether a row of `assignments` waits for a head whom a chat reaches: then nobody else is reminded of it. */
export function waitsForHead(): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from reports_awaiting_head
    where reports_awaiting_head.assignment_id = assignments.id
      and exists (select 1 from positions join identities on identities.officer_id = positions.officer_id
        where positions.unit_id = assignments.unit_id and positions.kind = 'head' and positions.until is null
          and identities.blocked_at is null
          and identities.bot not in (select bots.bot from bots where bots.retired_at is not null)))`;
}

/** Since when a row of `assignments` waits for the head; null where it does not. */
export function askedHeadAt(): RawBuilder<Instant | null> {
  return sql<Instant | null>`(select head_requests.asked_at from reports_awaiting_head
    join head_requests on head_requests.id = reports_awaiting_head.request_id
    where reports_awaiting_head.assignment_id = assignments.id)`;
}
