import { type Catalogue, isAskedFor } from '#domain/catalogue.ts';
import type { ChannelKind, OutgoingMessage } from '#domain/channel.ts';
import type { Clock } from '#domain/clock.ts';
import type { Officer } from '#domain/organisation.ts';
import { mayRemindAt, sendingHours } from '#domain/sending-hours.ts';
import { dayOf } from '#domain/time.ts';
import { textIn } from '#locales/text.ts';
import { findAssignments } from '#storage/queries/assignments.ts';
import { openChatsOf } from '#storage/queries/identities.ts';
import { followsOfficer, type ClaimedMessage } from '#storage/queries/messages.ts';
import { findOfficer } from '#storage/queries/officers.ts';
import { forgetReminder, leftToLaterReminders, stillOwedOf } from '#storage/queries/reminders.ts';
import type { Tx } from '#storage/store.ts';
import { composeClocks } from '#handlers/incident/clock-reminder.ts';
import { composeIncident, withoutAddresses } from '#handlers/incident/compose-incident.ts';
import { incidentDigest } from '#handlers/incident/digest-words.ts';
import { draftStanding } from '#handlers/draft-standing.ts';
import { headReminder, reporterReminder } from '#handlers/reminder-words.ts';

export type ComposedMessage =
  | { kind: 'message'; message: OutgoingMessage }
  | { kind: 'cancelled'; reason: string }
  | { kind: 'elsewhere'; bot: string; chatId: string };

interface ComposeDeps {
  catalogue: Catalogue;
  clock: Clock;
  /** Channels in whose chats addresses, ports and versions may stand. */
  showAddressesIn: readonly ChannelKind[];
}

/**
 * What a row in line says at the moment of sending. A reminder is read again from the tables: reports that have come
 * in since are left out, with none left it is cancelled; where it is too late in the day, the plan has it again on the next
 * working morning. It and other notices go to where the officer can be reached now.
 */
export function createCompose(deps: ComposeDeps) {
  return async (tx: Tx, claimed: ClaimedMessage): Promise<ComposedMessage> => {
    const { content } = claimed;
    if (content.kind === 'text') {
      const { kind: _, ...message } = content;
      const place = followsOfficer(claimed) ? await placeOf(tx, claimed) : here;
      if (place.kind !== 'here') return place;
      const isAboutIncident = claimed.kind.startsWith('incident-');
      return {
        kind: 'message',
        message: isAboutIncident ? await withoutAddresses(deps, tx, claimed, message) : message,
      };
    }
    if (content.kind === 'retire') return { kind: 'cancelled', reason: 'an edit has no text of its own' };

    const officer = claimed.officerId ? await findOfficer(tx, claimed.officerId) : undefined;
    if (!officer) return { kind: 'cancelled', reason: 'no such officer' };
    if (content.kind === 'incident-clock') return composeClocks(deps, tx, claimed, officer, content);
    if (content.kind === 'incident-digest') return digestFor(deps, tx, claimed, officer);
    if (content.kind === 'incident-alert' || content.kind === 'incident-asked-again') {
      return composeIncident(deps, tx, claimed, officer, content);
    }
    const stillOwed = await stillOwedOf(tx, claimed.id, officer.id);
    if (stillOwed.length === 0) return { kind: 'cancelled', reason: 'nothing is owed any more' };
    // What has piled up, with no way out for days, comes as one.
    const saidLater = new Set(await leftToLaterReminders(tx, claimed.id));
    const toSay = await findAssignments(
      tx,
      stillOwed.filter((id) => !saidLater.has(id)),
    );
    if (toSay.length === 0) return { kind: 'cancelled', reason: 'a later reminder says it' };
    const owed = toSay.filter((one) => isAskedFor(deps.catalogue, one));
    if (owed.length === 0) return { kind: 'cancelled', reason: 'not asked for any more' };

    const now = deps.clock.now();
    if (!mayRemindAt(now, deps.catalogue, sendingHours)) {
      await forgetReminder(tx, claimed.id);
      return { kind: 'cancelled', reason: 'outside the sending hours' };
    }

    const place = await placeOf(tx, claimed);
    if (place.kind !== 'here') return place;

    const words = {
      ...{ catalogue: deps.catalogue, language: officer.language, say: textIn(officer.language), now },
      today: dayOf(now, deps.catalogue.zone),
    };
    const message =
      content.role === 'head'
        ? await headReminder(tx, words, owed)
        : await reporterReminder(
            tx,
            { ...words, leftAt: await draftStanding(tx, words, officer.id, owed) },
            owed,
            claimed.id,
          );
    return { kind: 'message', message };
  };
}

async function digestFor(
  { catalogue, clock }: { catalogue: Catalogue; clock: Clock },
  tx: Tx,
  claimed: ClaimedMessage,
  officer: Officer,
): Promise<ComposedMessage> {
  const message = await incidentDigest(tx, officer, { catalogue, now: clock.now() });
  if (!message) return { kind: 'cancelled', reason: 'no incident is open any more' };
  const place = await placeOf(tx, claimed);
  return place.kind === 'here' ? { kind: 'message', message } : place;
}

type Place = Exclude<ComposedMessage, { kind: 'message' }> | { kind: 'here' };

const here = { kind: 'here' } as const;

/** Where a message of an officer goes now: that chat may have been closed or unlinked since it was put in line. */
async function placeOf(tx: Tx, { officerId, bot, chatId }: ClaimedMessage): Promise<Place> {
  if (officerId === null) return here;
  const chats = await openChatsOf(tx, officerId);
  const [preferred] = chats;
  if (!preferred) return { kind: 'cancelled', reason: 'the officer has no open chat' };
  const isOpen = chats.some((chat) => chat.bot === bot && chat.chatId === chatId);
  return isOpen ? here : { kind: 'elsewhere', bot: preferred.bot, chatId: preferred.chatId };
}
