import type { Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** The conversation about an incident that an officer is in. It comes before a report, which goes on after it. */
export interface StoredIncidentTalk {
  id: string;
  officerId: string;
  /** None while it is still being asked whether there is one. */
  incidentId: string | null;
  stage: string;
  /** As it was written; whoever owns the stage reads it through zod. */
  state: unknown;
  /** The message that asked last, with choices that still count. */
  askedBy: string | null;
  /** No answer by then: those on duty are told all the same. */
  silentUntil: Instant | null;
  updatedAt: Instant;
}

export async function findIncidentTalk(
  db: Reader,
  officerId: string,
): Promise<StoredIncidentTalk | undefined> {
  return db.selectFrom('incidentTalks').selectAll().where('officerId', '=', officerId).executeTakeFirst();
}

/** Puts the officer into a conversation about an incident, in place of the one before. */
export async function putIncidentTalk(
  tx: Tx,
  talk: Omit<StoredIncidentTalk, 'state'> & { state: object },
): Promise<void> {
  const row = { ...talk, state: json(talk.state) as never };
  await tx
    .insertInto('incidentTalks')
    .values(row)
    .onConflict((conflict) => conflict.column('officerId').doUpdateSet(row))
    .execute();
}

export async function endIncidentTalk(tx: Tx, officerId: string): Promise<void> {
  await tx.deleteFrom('incidentTalks').where('officerId', '=', officerId).execute();
}

/** Conversations that nobody has answered in time, for whoever tells those on duty all the same. */
export async function silentTalks(db: Reader, now: Instant): Promise<StoredIncidentTalk[]> {
  return db
    .selectFrom('incidentTalks')
    .selectAll()
    .where('silentUntil', '<=', now)
    .orderBy('silentUntil')
    .execute();
}

/** When the next of them runs out. */
export async function nextSilence(db: Reader): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('incidentTalks')
    .select((select) => select.fn.min('silentUntil').as('at'))
    .executeTakeFirst();
  return row?.at ?? undefined;
}
