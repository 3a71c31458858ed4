import { sql } from 'kysely';
import type { BotId } from '#domain/channel.ts';
import type { Month } from '#domain/quota.ts';
import type { Reader, Tx } from '#storage/store.ts';

export type Direction = 'sent' | 'received';

/** Counts messages in the transaction that records them. `kind`: of the row that was sent; what came is a `message`. */
export async function countMessages(
  tx: Tx,
  counted: { bot: BotId; month: Month; direction: Direction; kind: string; count: number },
): Promise<void> {
  await tx
    .insertInto('usedMessages')
    .values(counted)
    .onConflict((conflict) =>
      conflict
        .columns(['bot', 'month', 'direction', 'kind'])
        .doUpdateSet((column) => ({ count: column('usedMessages.count', '+', counted.count) })),
    )
    .execute();
}

/** How many messages one bot has used of a month, both ways. */
export async function usedBy(db: Reader, bot: BotId, month: Month): Promise<number> {
  const row = await db
    .selectFrom('usedMessages')
    .select(sql<number>`coalesce(sum(count), 0)::int`.as('used'))
    .where('bot', '=', bot)
    .where('month', '=', month)
    .executeTakeFirstOrThrow();
  return row.used;
}

export interface UsedOfKind {
  bot: BotId;
  direction: Direction;
  kind: string;
  count: number;
}

/** What all bots have used of a month, by kind. */
export async function usedInMonth(db: Reader, month: Month): Promise<UsedOfKind[]> {
  return db
    .selectFrom('usedMessages')
    .select(['bot', 'direction', 'kind', 'count'])
    .where('month', '=', month)
    .orderBy('bot')
    .orderBy('direction', 'desc')
    .orderBy('kind')
    .execute();
}
