import type { Catalogue } from '#domain/catalogue.ts';
import type { ChannelKind, OutgoingMessage } from '#domain/channel.ts';
import { hideAddresses } from '#domain/incident/hide-addresses.ts';
import { isOpen } from '#domain/incident/incident.ts';
import type { Officer } from '#domain/organisation.ts';
import { textIn } from '#locales/text.ts';
import { openChatsOf } from '#storage/queries/identities.ts';
import { concernedOf } from '#storage/queries/incident-people.ts';
import { findIncident } from '#storage/queries/incidents.ts';
import type { ClaimedMessage, MessageContent } from '#storage/queries/messages.ts';
import type { Tx } from '#storage/store.ts';
import { alertMessage, askedAgainMessage } from '#handlers/incident/alert-words.ts';

type IncidentContent = Extract<MessageContent, { kind: 'incident-alert' | 'incident-asked-again' }>;

type ComposedIncident = { kind: 'message'; message: OutgoingMessage } | { kind: 'cancelled'; reason: string };

interface Showing {
  catalogue: Catalogue;
  showAddressesIn: readonly ChannelKind[];
}

/**
 * What a row about an incident says at the moment of sending: nothing when it has been taken on, is over, the officer has left,
 * or the chat is not theirs any more (each of their chats has its own row).
 */
export async function composeIncident(
  { catalogue, showAddressesIn }: Showing,
  tx: Tx,
  claimed: ClaimedMessage,
  officer: Officer,
  content: IncidentContent,
): Promise<ComposedIncident> {
  const chat = await openChatAt(tx, officer.id, claimed);
  if (!chat) return { kind: 'cancelled', reason: 'the chat is not open any more' };
  const incident = await findIncident(tx, content.incidentId);
  if (!incident || !isOpen(incident.status)) return { kind: 'cancelled', reason: 'the incident is over' };
  const isConcerned = (await concernedOf(tx, incident.unit.id, [officer.id])).length > 0;
  if (!isConcerned) return { kind: 'cancelled', reason: 'it is no business of theirs any more' };
  const reader = { catalogue, language: officer.language };
  switch (content.kind) {
    case 'incident-alert': {
      if (incident.handler !== null) return { kind: 'cancelled', reason: 'somebody has taken it on' };
      const mayShowAddresses = showAddressesIn.includes(chat.channel);
      const message = await alertMessage(tx, { ...reader, mayShowAddresses }, incident, content.round);
      return { kind: 'message', message };
    }
    case 'incident-asked-again': {
      if (incident.handler !== officer.id) return { kind: 'cancelled', reason: 'somebody else has it now' };
      if (incident.askedAgainAt === null) return { kind: 'cancelled', reason: 'there is news' };
      return { kind: 'message', message: askedAgainMessage(reader, incident) };
    }
  }
}

/** A notice about an incident that was written before: addresses are left out of it unless the channel may show them. */
export async function withoutAddresses(
  { showAddressesIn }: Showing,
  tx: Tx,
  { officerId, bot, chatId }: ClaimedMessage,
  message: OutgoingMessage,
): Promise<OutgoingMessage> {
  const chat = officerId === null ? undefined : await openChatAt(tx, officerId, { bot, chatId });
  if (chat && showAddressesIn.includes(chat.channel)) return message;
  const instead = textIn(message.language ?? 'vi')('incident-address-hidden');
  return { ...message, text: hideAddresses(message.text, instead) };
}

async function openChatAt(tx: Tx, officerId: string, at: { bot: string; chatId: string }) {
  const chats = await openChatsOf(tx, officerId);
  return chats.find(({ bot, chatId }) => bot === at.bot && chatId === at.chatId);
}
