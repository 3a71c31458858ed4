import type { IncomingMessage } from '#domain/channel.ts';
import type { Instant } from '#domain/time.ts';
import { plainTexts } from '#locales/text.ts';
import { createRoomEvents, type RoomEvents } from '#web/rehearsal/room-events.ts';
import type { ClockMove, Phone, PhoneMessage, PhoneOwner, Room } from '#web/rehearsal/room.ts';

/** A room of three phones without a product behind it: it keeps what it is told, and its clock does what a test says. */
export interface FakeRoom extends Room {
  events: RoomEvents;
  /** Every update taken, in order; a replayed one stands here again. */
  received: IncomingMessage[];
  /** Every instant that the clock was asked to go to. */
  movedTo: Instant[];
  /** What the next moves answer; without any, the clock simply goes there. */
  moves: ClockMove[];
  /** The bot says something on a phone. */
  botSays(chatId: string, message: Omit<PhoneMessage, 'from' | 'at'>): void;
}

export function createFakeRoom(options: { now: Instant; owners?: readonly PhoneOwner[] }): FakeRoom {
  const owners = options.owners ?? demoOwners;
  const events = createRoomEvents();
  const messages = new Map<string, PhoneMessage[]>(owners.map(({ chatId }) => [chatId, []]));
  const looks = new Map<string, 'telegram' | 'zalo'>();
  let now = options.now;

  const room: FakeRoom = {
    zone: 'Asia/Ho_Chi_Minh',
    language: 'vi',
    texts: (language) => plainTexts(language, 'room-'),
    events,
    received: [],
    movedTo: [],
    moves: [],
    subscribe: events.subscribe,
    async state(open) {
      const ids = open.length > 0 ? open : owners.slice(0, 3).map(({ chatId }) => chatId);
      const shown = ids.flatMap((id) => owners.filter(({ chatId }) => chatId === id));
      return {
        upcoming: await room.upcoming(),
        phones: shown.map((owner): Phone => {
          return {
            ...owner,
            channelLook: looks.get(owner.chatId) ?? 'telegram',
            messages: messages.get(owner.chatId) ?? [],
          };
        }),
        others: owners.filter((owner) => !shown.includes(owner)),
      };
    },
    async upcoming() {
      return { now, nextReminder: new Date('2026-12-07T08:30:00+07:00') };
    },
    async receive(message) {
      const held = messages.get(message.chatId);
      if (!held) return { kind: 'unknown-phone' };
      const isReplayed = room.received.some(({ updateId }) => updateId === message.updateId);
      room.received.push(message);
      const { content, chatId, updateId: id } = message;
      if (!isReplayed && content.kind === 'text')
        add(chatId, { id, from: 'person', text: content.text, at: now });
      if (!isReplayed && content.kind === 'media')
        add(chatId, { id, from: 'person', text: '(photo)', at: now });
      return { kind: 'received' };
    },
    async setLook(chatId, look) {
      if (!messages.has(chatId)) return { kind: 'unknown-phone' };
      looks.set(chatId, look);
      return { kind: 'received' };
    },
    async moveClock(to) {
      room.movedTo.push(to);
      const move = room.moves.shift() ?? { kind: 'moved', now: to, due: [], undelivered: 0 };
      now = move.now;
      return move;
    },
    botSays(chatId, message) {
      add(chatId, { ...message, from: 'bot', at: now });
    },
  };
  return room;

  function add(chatId: string, message: PhoneMessage): void {
    messages.get(chatId)?.push(message);
    events.publish({ kind: 'message', chatId, message });
  }
}

const demoOwners: readonly PhoneOwner[] = [
  { chatId: 'lan', name: 'Nguyễn Thị Lan', positions: ['reporter'], unit: 'Sở Tài chính' },
  { chatId: 'hung', name: 'Trần Quốc Hùng', positions: ['head'], unit: 'Sở Tài chính' },
  { chatId: 'mai', name: 'Phạm Thanh Mai', positions: ['coordinator'], unit: 'Sở Khoa học và Công nghệ' },
  { chatId: 'new', name: 'Máy mới', positions: [] },
];
