import type { Choice } from '#domain/channel.ts';
import type { PositionKind } from '#domain/organisation.ts';
import type { Instant } from '#domain/time.ts';
import { json } from '#storage/json.ts';
import type { Reader, Tx } from '#storage/store.ts';

/** One line of a rehearsal phone's transcript. */
export interface TranscriptLine {
  id: string;
  from: 'bot' | 'person';
  text: string;
  at: Instant;
  choices: Choice[][];
  retired: boolean;
}

export interface RehearsalOwner {
  chatId: string;
  name: string;
  positions: PositionKind[];
  unit: string | null;
}

/** Everyone who has a phone in the room, with what they hold, by unit. */
export async function rehearsalOwners(db: Reader, bot: string): Promise<RehearsalOwner[]> {
  const rows = await db
    .selectFrom('identities')
    .innerJoin('officers', 'officers.id', 'identities.officerId')
    .leftJoin('positions', (join) =>
      join.onRef('positions.officerId', '=', 'officers.id').on('positions.until', 'is', null),
    )
    .leftJoin('units', 'units.id', 'positions.unitId')
    .select(['identities.chatId', 'officers.name', 'positions.kind', 'units.name as unit'])
    .where('identities.bot', '=', bot)
    .orderBy('units.code')
    .orderBy('positions.kind')
    .orderBy('identities.chatId')
    .execute();
  const owners = new Map<string, RehearsalOwner>();
  for (const { chatId, name, kind, unit } of rows) {
    const owner = owners.get(chatId) ?? { chatId, name, positions: [], unit };
    if (kind && !owner.positions.includes(kind)) owner.positions.push(kind);
    owners.set(chatId, owner);
  }
  return [...owners.values()];
}

/** The newest lines of a phone, oldest first. */
export async function transcriptOf(db: Reader, chatId: string, most: number): Promise<TranscriptLine[]> {
  const rows = await db
    .selectFrom('rehearsalMessages')
    .select(['id', 'from', 'text', 'at', 'choices', 'retired'])
    .where('chatId', '=', chatId)
    .orderBy('seq', 'desc')
    .limit(most)
    .execute();
  return rows.reverse().map((row) => ({ ...row, choices: (row.choices ?? []) as Choice[][] }));
}

/** Adds a line; false when it is there already. */
export async function addLine(
  tx: Tx,
  chatId: string,
  line: Omit<TranscriptLine, 'retired'>,
): Promise<boolean> {
  const row = await tx
    .insertInto('rehearsalMessages')
    .values({ ...line, chatId, choices: json(line.choices) as never, retired: false })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes the choices of a line away. */
export async function retireLine(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('rehearsalMessages').set({ retired: true }).where('id', '=', id).execute();
}
