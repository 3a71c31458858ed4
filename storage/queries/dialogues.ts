import type { Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { Reader, Tx } from '#storage/store.ts';

export interface StoredDialogue {
  id: string;
  kind: string;
  /** As it was written; whoever owns the kind reads it through zod. */
  state: unknown;
  /** The message that asked last, with buttons that are still there. */
  askedBy: string | null;
  /** When the person last did anything in it. */
  updatedAt: Instant;
}

/** The conversation that an officer is in, on whatever channel. */
export async function findDialogue(db: Reader, officerId: string): Promise<StoredDialogue | undefined> {
  return db
    .selectFrom('dialogues')
    .select(['id', 'kind', 'state', 'askedBy', 'updatedAt'])
    .where('officerId', '=', officerId)
    .executeTakeFirst();
}

/** Puts the officer into a conversation, in place of the one before. */
export async function putDialogue(
  tx: Tx,
  dialogue: {
    id: string;
    officerId: string;
    kind: string;
    state: object;
    askedBy: string | null;
    updatedAt: Instant;
  },
): Promise<void> {
  const { id, kind, askedBy, updatedAt } = dialogue;
  const state = json(dialogue.state) as never;
  await tx
    .insertInto('dialogues')
    .values({ ...dialogue, state })
    .onConflict((conflict) =>
      conflict.column('officerId').doUpdateSet({ id, kind, state, askedBy, updatedAt }),
    )
    .execute();
}

/** Where the conversation stands, another message has asked it. */
export async function movedTo(tx: Tx, officerId: string, askedBy: string): Promise<void> {
  await tx.updateTable('dialogues').set({ askedBy }).where('officerId', '=', officerId).execute();
}

export async function endDialogue(tx: Tx, officerId: string): Promise<void> {
  await tx.deleteFrom('dialogues').where('officerId', '=', officerId).execute();
}

/**
 * The conversations of others that are about any of these assignments. Only colleagues at their units are looked at: in
 * a busy December thousands are in a conversation, and reading all of those took seconds at each report that was sent.
 */
export async function dialoguesOfOthersAbout(
  db: Reader,
  assignmentIds: string[],
  exceptOfficer: string,
): Promise<{ officerId: string }[]> {
  if (assignmentIds.length === 0) return [];
  return db
    .selectFrom('dialogues')
    .select('officerId')
    .where('officerId', '!=', exceptOfficer)
    .where('officerId', 'in', (query) =>
      query
        .selectFrom('positions')
        .innerJoin('assignments', 'assignments.unitId', 'positions.unitId')
        .select('positions.officerId')
        .where('assignments.id', 'in', assignmentIds)
        .where('positions.until', 'is', null),
    )
    .where((where) =>
      where.or(assignmentIds.map((id) => where(where.cast<string>('state', 'text'), 'like', `%${id}%`))),
    )
    .execute();
}
