import type { Catalogue } from '#domain/catalogue.ts';
import type { OutgoingMessage } from '#domain/channel.ts';
import type { Clock } from '#domain/clock.ts';
import { dayOf } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { findAssignments } from '#storage/queries/assignments.ts';
import { openChatsOf } from '#storage/queries/identities.ts';
import type { ClaimedMessage } from '#storage/queries/messages.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { stillOwedOf } from '#storage/queries/reminders.ts';
import type { Tx } from '#storage/store.ts';
import { headReminder, reporterReminder } from '#handlers/reminder-words.ts';

export type ComposedMessage =
  | { kind: 'message'; message: OutgoingMessage }
  | { kind: 'cancelled'; reason: string }
  | { kind: 'elsewhere'; bot: string; chatId: string };

/**
 * What a row in line says at the moment of sending. A reminder is read again from the tables: reports that have come
 * in since are left out, with none left it is cancelled, and it goes to where the officer can be reached now.
 */
export function createCompose(deps: { catalogue: Catalogue; clock: Clock }) {
  return async (tx: Tx, claimed: ClaimedMessage): Promise<ComposedMessage> => {
    const { content } = claimed;
    if (content.kind === 'text') {
      const { kind: _, ...message } = content;
      return { kind: 'message', message };
    }
    if (content.kind === 'retire') return { kind: 'cancelled', reason: 'an edit has no text of its own' };

    const officer = claimed.officerId ? await findOfficer(tx, claimed.officerId) : undefined;
    if (!officer) return { kind: 'cancelled', reason: 'no such officer' };
    const owed = await findAssignments(tx, await stillOwedOf(tx, claimed.id, officer.id));
    if (owed.length === 0) return { kind: 'cancelled', reason: 'nothing is owed any more' };

    const chats = await openChatsOf(tx, officer.id);
    const [preferred] = chats;
    if (!preferred) return { kind: 'cancelled', reason: 'the officer has no open chat' };
    if (!chats.some(({ bot, chatId }) => bot === claimed.bot && chatId === claimed.chatId)) {
      return { kind: 'elsewhere', bot: preferred.bot, chatId: preferred.chatId };
    }

    const now = deps.clock.now();
    const words = {
      ...{ catalogue: deps.catalogue, language: officer.language, say: textIn(officer.language), now },
      today: dayOf(now, deps.catalogue.zone),
    };
    const message =
      content.role === 'head'
        ? await headReminder(tx, words, owed)
        : await reporterReminder(tx, words, owed, claimed.id);
    return { kind: 'message', message };
  };
}
