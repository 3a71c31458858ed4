import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRoomServer, type RoomServer } from '#test/fakes/room-server.ts';

let room: RoomServer;
let address: string;
beforeEach(async () => {
  room = createRoomServer();
  address = await room.server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => room.server.close());

test('what happens in the room is told as it happens, in order', async () => {
  const stream = await openStream();
  room.room.botSays('lan', { id: 'm1', text: 'Nhắc hạn:\n3 báo cáo' });
  room.room.events.publish({ kind: 'retired', chatId: 'lan', messageId: 'm1', text: 'Đã chọn: 3' });
  room.room.events.publish({ kind: 'clock', now: new Date('2026-12-08T08:30:00+07:00'), moving: true });
  room.room.events.publish({
    kind: 'due',
    item: { at: new Date('2026-12-08T08:30:00+07:00'), kind: 'reminder', count: 4 },
  });
  expect(await stream.next(4)).toEqual([
    {
      event: 'message',
      data: {
        chatId: 'lan',
        message: { id: 'm1', text: 'Nhắc hạn:\n3 báo cáo', from: 'bot', at: '2026-12-07T08:00:00+07:00' },
      },
    },
    { event: 'retired', data: { chatId: 'lan', messageId: 'm1', text: 'Đã chọn: 3' } },
    { event: 'clock', data: { now: '2026-12-08T08:30:00+07:00', moving: true } },
    { event: 'due', data: { at: '2026-12-08T08:30:00+07:00', kind: 'reminder', count: 4 } },
  ]);
});

test('a page that was away finds in the state what the stream did not bring', async () => {
  const stream = await openStream();
  await stream.leave();
  room.room.botSays('hung', { id: 'm1', text: 'Để lãnh đạo biết' });
  const again = await openStream();
  const state = await (await fetch(`${address}/rehearsal/state`)).json();
  expect(state.phones[1].messages).toMatchObject([{ id: 'm1', text: 'Để lãnh đạo biết' }]);
  room.room.botSays('hung', { id: 'm2', text: 'Đã gửi' });
  expect(await again.next(1)).toMatchObject([{ event: 'message', data: { message: { id: 'm2' } } }]);
});

test('the server closes at once while streams are open, and they end', async () => {
  const streams = await Promise.all([openStream(), openStream()]);
  await room.server.close();
  for (const stream of streams) expect(await stream.ended()).toBe(true);
});

test('it is an event stream that nobody stores, with the same headers as everything else', async () => {
  const stream = await openStream();
  expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(stream.headers.get('cache-control')).toBe('no-store');
  expect(stream.headers.get('x-content-type-options')).toBe('nosniff');
});

/** Reads the stream as a browser does. */
async function openStream() {
  const leaving = new AbortController();
  const response = await fetch(`${address}/rehearsal/events`, { signal: leaving.signal });
  if (!response.body) throw new Error('The stream has no body.');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  await readPast('retry: 1000\n\n');

  return {
    headers: response.headers,
    async next(count: number) {
      const events = [];
      while (events.length < count) {
        const block = await readPast('\n\n');
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
        if (event && data) events.push({ event, data: JSON.parse(data) });
      }
      return events;
    },
    /** Whether the server has ended it, or cut it. */
    async ended() {
      try {
        return (await reader.read()).done;
      } catch {
        return true;
      }
    },
    async leave() {
      leaving.abort();
      await reader.closed.catch(() => undefined);
    },
  };

  async function readPast(mark: string): Promise<string> {
    while (!unread.includes(mark)) {
      const { done, value } = await reader.read();
      if (done) throw new Error('The stream has ended.');
      unread += value;
    }
    const end = unread.indexOf(mark);
    const block = unread.slice(0, end);
    unread = unread.slice(end + mark.length);
    return block;
  }
}
