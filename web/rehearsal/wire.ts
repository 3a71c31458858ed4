import type { PhoneLook } from '#bot/rehearsal/channel.ts';
import type { Choice } from '#domain/channel.ts';
import { addDays, dayOf, instantAt, isoInstant, type ZoneName } from '#domain/time.ts';
import type { Language } from '#locales/text.ts';
import type { DueItem, PhoneMessage, PhoneOwner, RoomEvent, RoomState, Upcoming } from './room.ts';

/** The JSON that the page reads. Instants are ISO with the zone's offset. */
export interface StateJson {
  now: string;
  zone: ZoneName;
  language: Language;
  phones: PhoneJson[];
  others: PhoneOwner[];
  upcoming: UpcomingJson;
}

export interface PhoneJson extends PhoneOwner {
  channelLook: PhoneLook;
  messages: MessageJson[];
}

export interface MessageJson {
  id: string;
  from: 'bot' | 'person';
  text: string;
  at: string;
  choices?: Choice[][];
  retired?: boolean;
}

export interface UpcomingJson {
  /** 08:30 of the next day. */
  tomorrow: string;
  nextReminder?: string;
  nextDeadline?: string;
  nextIncident?: string;
}

export interface DueJson {
  at: string;
  kind: string;
  count: number;
}

/** One event of the stream: its name, and the data under it. */
export type EventJson =
  | { event: 'message'; data: { chatId: string; message: MessageJson } }
  | { event: 'retired'; data: { chatId: string; messageId: string; text: string } }
  | { event: 'clock'; data: { now: string; moving: boolean } }
  | { event: 'due'; data: DueJson };

export function stateJson(state: RoomState, zone: ZoneName, language: Language): StateJson {
  return {
    now: isoInstant(state.upcoming.now, zone),
    zone,
    language,
    phones: state.phones.map(({ messages, ...phone }) => ({
      ...phone,
      messages: messages.map((message) => messageJson(message, zone)),
    })),
    others: state.others,
    upcoming: upcomingJson(state.upcoming, zone),
  };
}

export function upcomingJson(upcoming: Upcoming, zone: ZoneName): UpcomingJson {
  const tomorrow = instantAt(addDays(dayOf(upcoming.now, zone), 1), '08:30', zone);
  return {
    tomorrow: isoInstant(tomorrow, zone),
    ...(upcoming.nextReminder && { nextReminder: isoInstant(upcoming.nextReminder, zone) }),
    ...(upcoming.nextDeadline && { nextDeadline: isoInstant(upcoming.nextDeadline, zone) }),
    ...(upcoming.nextIncident && { nextIncident: isoInstant(upcoming.nextIncident, zone) }),
  };
}

export function dueJson(item: DueItem, zone: ZoneName): DueJson {
  return { ...item, at: isoInstant(item.at, zone) };
}

export function eventJson(event: RoomEvent, zone: ZoneName): EventJson {
  switch (event.kind) {
    case 'message':
      return { event: 'message', data: { chatId: event.chatId, message: messageJson(event.message, zone) } };
    case 'retired':
      return {
        event: 'retired',
        data: { chatId: event.chatId, messageId: event.messageId, text: event.text },
      };
    case 'clock':
      return { event: 'clock', data: { now: isoInstant(event.now, zone), moving: event.moving } };
    case 'due':
      return { event: 'due', data: dueJson(event.item, zone) };
  }
}

/** What was retired has no buttons any more: a page that is loaded then must not show them again. */
function messageJson({ choices, ...message }: PhoneMessage, zone: ZoneName): MessageJson {
  const shown = choices && !message.retired ? { choices } : {};
  return { ...message, ...shown, at: isoInstant(message.at, zone) };
}
