import { isOpenChat } from '#storage/queries/chat-reach.ts';
import type { Chat } from '#storage/queries/identities.ts';
import type { Reader } from '#storage/store.ts';
import { owedStates } from '#storage/tables.ts';

/** A reminder that stands in another chat of the officer than the one they write in. */
export interface ReminderElsewhere extends Chat {
  messageId: string;
  /** Some of what it is about is still owed, so that its buttons are still of use. */
  stillOwed: boolean;
}

/** The reminders of an officer about any of these assignments in their other open chats, oldest first. */
export async function remindersElsewhere(
  db: Reader,
  about: { officerId: string; assignmentIds: string[]; here: Chat },
): Promise<ReminderElsewhere[]> {
  const { officerId, assignmentIds, here } = about;
  if (assignmentIds.length === 0) return [];
  return (
    db
      .selectFrom('messages')
      .innerJoin('identities', (join) =>
        join
          .onRef('identities.bot', '=', 'messages.bot')
          .onRef('identities.chatId', '=', 'messages.chatId')
          .onRef('identities.officerId', '=', 'messages.officerId'),
      )
      .select(['messages.id as messageId', 'messages.bot', 'messages.chatId'])
      .select((select) =>
        select
          .exists(
            select
              .selectFrom('reminders')
              .innerJoin('assignments', 'assignments.id', 'reminders.assignmentId')
              .select('assignments.id')
              .whereRef('reminders.messageId', '=', 'messages.id')
              .where('assignments.state', 'in', owedStates),
          )
          .$castTo<boolean>()
          .as('stillOwed'),
      )
      .where('messages.officerId', '=', officerId)
      // One that is on its way just now stands there too.
      .where('messages.status', 'in', ['sent', 'sending'])
      .where(isOpenChat())
      .where((where) =>
        where.or([where('messages.bot', '!=', here.bot), where('messages.chatId', '!=', here.chatId)]),
      )
      .where('messages.id', 'in', (query) =>
        query
          .selectFrom('reminders')
          .select('messageId')
          .where('officerId', '=', officerId)
          .where('assignmentId', 'in', assignmentIds),
      )
      .orderBy('messages.seq')
      .execute()
  );
}
