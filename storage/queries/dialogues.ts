import type { Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { Reader, Tx } from '#storage/store.ts';

export interface StoredDialogue {
  id: string;
  kind: string;
  /** As it was written; whoever owns the kind reads it through zod. */
  state: unknown;
}

/** The conversation that an officer is in, on whatever channel. */
export async function findDialogue(db: Reader, officerId: string): Promise<StoredDialogue | undefined> {
  return db
    .selectFrom('dialogues')
    .select(['id', 'kind', 'state'])
    .where('officerId', '=', officerId)
    .executeTakeFirst();
}

/** Puts the officer into a conversation, in place of the one before. */
export async function putDialogue(
  tx: Tx,
  dialogue: { id: string; officerId: string; kind: string; state: object; updatedAt: Instant },
): Promise<void> {
  const { id, kind, updatedAt } = dialogue;
  const state = json(dialogue.state) as never;
  await tx
    .insertInto('dialogues')
    .values({ ...dialogue, state })
    .onConflict((conflict) => conflict.column('officerId').doUpdateSet({ id, kind, state, updatedAt }))
    .execute();
}

export async function endDialogue(tx: Tx, officerId: string): Promise<void> {
  await tx.deleteFrom('dialogues').where('officerId', '=', officerId).execute();
}

/** Ends the conversations of others about an assignment: it has been taken over or sent. */
export async function endDialoguesAbout(
  tx: Tx,
  assignmentId: string,
  exceptOfficer: string,
): Promise<string[]> {
  const rows = await tx
    .deleteFrom('dialogues')
    .where('officerId', '!=', exceptOfficer)
    .where((where) => where(where.cast<string>('state', 'text'), 'like', `%${assignmentId}%`))
    .returning('officerId')
    .execute();
  return rows.map((row) => row.officerId);
}
