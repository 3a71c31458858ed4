import { rehearsalBot, type DeliverToPhone } from '#bot/rehearsal/channel.ts';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Clock, NewId } from '#domain/clock.ts';
import type { IncomingMessage } from '#domain/channel.ts';
import { plainTexts, textIn } from '#locales/text.ts';
import { nextDue } from '#scheduler/next-due.ts';
import type { EscalateDeps } from '#scheduler/escalate-incident.ts';
import type { PlanDeps } from '#scheduler/plan-reminders.ts';
import {
  addLine,
  rehearsalOwners,
  retireLine,
  transcriptOf,
  type RehearsalOwner,
} from '#storage/queries/rehearsal.ts';
import type { Store } from '#storage/store.ts';
import { inTransaction } from '#storage/transaction.ts';
import type { RoomEvents } from '#web/rehearsal/room-events.ts';
import type { ClockMove, Phone, PhoneOwner, Room, Upcoming } from '#web/rehearsal/room.ts';
import type { Instant } from '#domain/time.ts';
import type { PhoneLooks } from '#app/phone-looks.ts';

/** The newest lines that a phone shows. */
const shownLines = 100;

interface RoomDeps {
  store: Store;
  catalogue: Catalogue;
  clock: Clock;
  events: RoomEvents;
  plan: PlanDeps & EscalateDeps;
  receive(message: IncomingMessage): Promise<void>;
  moveClock(to: Instant): Promise<ClockMove>;
  looks: PhoneLooks;
}

/** The rehearsal room over the real engine: its phones are chats like any other, their transcripts are kept. */
export function createRehearsalRoom(deps: RoomDeps): Room {
  const { store, clock, events } = deps;
  return {
    zone: deps.catalogue.zone,
    language: 'vi',
    texts: (language) => plainTexts(language, 'room-'),
    upcoming,
    state: async (open) => {
      const owners = await ownersOf(store);
      const shown = open.length > 0 ? open : firstPhones(owners);
      const byChat = new Map(owners.map((owner) => [owner.chatId, owner]));
      const phones = shown.map((chatId) => byChat.get(chatId)).filter((owner) => owner !== undefined);
      const others = owners.filter(({ chatId }) => !shown.includes(chatId));
      return { upcoming: await upcoming(), phones: await Promise.all(phones.map(phoneOf)), others };
    },
    receive: async (message) => {
      const owners = await ownersOf(store);
      if (!owners.some(({ chatId }) => chatId === message.chatId)) return { kind: 'unknown-phone' };
      const shown = shownAs(message.content);
      if (shown !== undefined) await showTyped(message, shown);
      const look = await deps.looks.lookOf(message.chatId);
      await deps.receive(look === 'zalo' ? { ...message, withoutButtons: true } : message);
      return { kind: 'received' };
    },
    setLook: async (chatId, look) => {
      const owners = await ownersOf(store);
      if (!owners.some((owner) => owner.chatId === chatId)) return { kind: 'unknown-phone' };
      await deps.looks.setLook(chatId, look);
      return { kind: 'received' };
    },
    moveClock: deps.moveClock,
    subscribe: events.subscribe,
  };

  async function upcoming(): Promise<Upcoming> {
    const now = clock.now();
    const { reminder, deadline, incident } = await nextDue(deps.plan, now);
    return {
      now,
      ...(reminder ? { nextReminder: reminder } : {}),
      ...(deadline ? { nextDeadline: deadline.at } : {}),
      ...(incident ? { nextIncident: incident } : {}),
    };
  }

  async function phoneOf(owner: PhoneOwner): Promise<Phone> {
    const lines = await transcriptOf(store.db, owner.chatId, shownLines);
    return { ...owner, channelLook: await deps.looks.lookOf(owner.chatId), messages: lines };
  }

  async function showTyped(message: IncomingMessage, text: string): Promise<void> {
    const line = { id: message.updateId, from: 'person' as const, text, at: clock.now(), choices: [] };
    const isNew = await inTransaction(store, (tx) => addLine(tx, message.chatId, line));
    if (isNew) events.publish({ kind: 'message', chatId: message.chatId, message: line });
  }
}

/** What a person's phone shows of what they sent; nothing of a tap. */
function shownAs(content: IncomingMessage['content']): string | undefined {
  if (content.kind === 'text') return content.text;
  if (content.kind !== 'media') return undefined;
  return [textIn('vi')('room-sample-photo'), content.caption].filter(Boolean).join('\n');
}

/** Puts what the channel sends on the phones, and tells the open pages. */
export function deliverToPhones(deps: {
  store: Store;
  clock: Clock;
  newId: NewId;
  events: RoomEvents;
}): DeliverToPhone {
  const { store, clock, events } = deps;
  return async ({ chatId, messageId, text, choices }) => {
    if (messageId) {
      await inTransaction(store, (tx) => retireLine(tx, messageId));
      events.publish({ kind: 'retired', chatId, messageId, text });
      return messageId;
    }
    const line = { id: deps.newId(), from: 'bot' as const, text, at: clock.now(), choices };
    await inTransaction(store, (tx) => addLine(tx, chatId, line));
    events.publish({ kind: 'message', chatId, message: line });
    return line.id;
  };
}

/** Everyone with a phone, and one phone that nobody is signed in on, to try an invite code. */
async function ownersOf(store: Store): Promise<PhoneOwner[]> {
  const owners = await rehearsalOwners(store.db, rehearsalBot);
  const taken = new Set(owners.map(({ chatId }) => chatId));
  let number = 1;
  while (taken.has(newPhone(number))) number += 1;
  return [...owners.map(ownerOf), { chatId: newPhone(number), name: '', positions: [] }];
}

function newPhone(number: number): string {
  return `new-phone-${number}`;
}

function ownerOf({ chatId, name, positions, unit }: RehearsalOwner): PhoneOwner {
  return { chatId, name, positions, ...(unit ? { unit } : {}) };
}

/** An officer, their head and the coordinator: whoever comes first who shares a unit, or comes first. */
function firstPhones(owners: PhoneOwner[]): string[] {
  const head = owners.find(({ positions, unit }) => positions.includes('head') && reporterAt(unit));
  const reporter = reporterAt(head?.unit) ?? owners.find(({ positions }) => positions.includes('reporter'));
  const coordinator = owners.find(({ positions }) => positions.includes('coordinator'));
  const chosen = [reporter, head, coordinator].filter((owner) => owner !== undefined);
  return [...new Set(chosen.map(({ chatId }) => chatId))];

  function reporterAt(unit: string | undefined): PhoneOwner | undefined {
    return owners.find(
      (owner) => owner.unit === unit && unit !== undefined && owner.positions.includes('reporter'),
    );
  }
}
