import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRoomServer, type RoomServer } from '#test/fakes/room-server.ts';

let room: RoomServer;
beforeEach(() => {
  room = createRoomServer();
});
afterEach(() => room.server.close());

const move = { now: '2026-12-07T09:00:00+07:00' };

describe('Host', () => {
  test.each([
    'localhost:3000',
    'localhost',
    '127.0.0.1:3000',
    '127.1.2.3:8080',
    '[::1]:3000',
    '192.0.2.7:3000',
  ])('%s is the room', async (host) => {
    expect((await room.get('/rehearsal/state', { host })).statusCode).toBe(200);
  });

  test.each([
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example:3000',
    '127.0.0.1.evil.example',
    '192.0.2.7:3001',
    '192.0.2.8:3000',
  ])('"%s" is not, whatever it resolves to', async (host) => {
    for (const url of [
      '/',
      '/rehearsal/page/room.js',
      '/rehearsal/state',
      '/rehearsal/events',
      '/sandbox/upcoming',
    ]) {
      const answer = await room.get(url, { host });
      expect(answer.statusCode, url).toBe(403);
      expect(answer.json()).toEqual({
        error: 'host',
        message: 'Phòng diễn tập chỉ mở trên chính máy đang chạy chương trình.',
      });
    }
  });
});

describe('Origin', () => {
  test.each(['http://evil.example', 'http://localhost:4000', 'http://127.0.0.1:3000', 'null'])(
    'a page of %s may neither read nor move anything',
    async (origin) => {
      const moved = await room.post('/sandbox/clock', move, { origin });
      expect(moved.statusCode).toBe(403);
      expect(moved.json().error).toBe('origin');
      expect((await room.get('/rehearsal/state', { origin })).statusCode).toBe(403);
      expect(room.room.movedTo).toEqual([]);
    },
  );

  test('a program that sends none is let in', async () => {
    const { server } = room;
    const answer = await server.inject({
      method: 'POST',
      url: '/sandbox/clock',
      payload: move,
      headers: { host: '127.0.0.1:3000' },
    });
    expect(answer.statusCode).toBe(200);
  });
});

describe('content type', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json-patch',
    '',
  ])('"%s", which a plain form of a foreign page could send, is refused', async (type) => {
    for (const url of ['/sandbox/clock', '/rehearsal/phones/lan/messages', '/rehearsal/phones/lan/taps']) {
      const answer = await room.post(url, JSON.stringify(move), { 'content-type': type });
      expect(answer.statusCode, url).toBe(415);
      expect(answer.json().error).toBe('content-type');
    }
    expect(room.room.movedTo).toEqual([]);
  });

  test('JSON with a charset is JSON', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    expect((await room.post('/sandbox/clock', move, headers)).statusCode).toBe(200);
  });
});

test('refusals are said in the language that the caller asks for', async () => {
  const answer = await room.get('/rehearsal/state', {
    host: 'evil.example',
    'accept-language': 'en-GB,en;q=0.9',
  });
  expect(answer.json().message).toBe('The rehearsal room opens only on the machine that runs the program.');
});
