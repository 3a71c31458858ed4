import { type Expression, expressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { Instant } from '#domain/time.ts';
import type { Tables } from '#storage/tables.ts';

/** Whether a linked chat can be written to: `blocked` by the person, or with a `retired` bot, which is no longer ours. */
export type ChatReach = 'open' | 'blocked' | 'retired';

/** Whether the chat of a row in `identities` is open, for where a query says which rows it wants. */
export function isOpenChat(): Expression<SqlBool> {
  const { and, not, eb } = expressionBuilder<Tables, 'identities'>();
  return and([eb('identities.blockedAt', 'is', null), not(isAtRetiredBot())]);
}

/** Whether its bot is no longer ours. One that has yet to connect for the first time is. */
export function isAtRetiredBot(): ExpressionWrapper<Tables, 'identities', SqlBool> {
  return expressionBuilder<Tables, 'identities'>().eb('identities.bot', 'in', (query) =>
    query.selectFrom('bots').select('bots.bot').where('bots.retiredAt', 'is not', null),
  );
}

export function reachOf(chat: { blockedAt: Instant | null; retired: SqlBool }): ChatReach {
  if (chat.retired) return 'retired';
  return chat.blockedAt ? 'blocked' : 'open';
}
