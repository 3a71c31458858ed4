import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRoomServer, type RoomServer } from '#test/fakes/room-server.ts';

let room: RoomServer;
beforeEach(() => {
  room = createRoomServer();
});
afterEach(() => room.server.close());

test('moving the clock answers where it stands, what fell due on the way and what is not out yet', async () => {
  room.room.moves.push({
    kind: 'moved',
    now: new Date('2026-12-15T00:00:00+07:00'),
    due: [
      { at: new Date('2026-12-14T08:30:00+07:00'), kind: 'reminder', count: 12 },
      { at: new Date('2026-12-15T00:00:00+07:00'), kind: 'deadline', count: 3 },
    ],
    undelivered: 2,
  });
  const answer = await room.post('/sandbox/clock', { now: '2026-12-15T00:00:00+07:00' });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    now: '2026-12-15T00:00:00+07:00',
    due: [
      { at: '2026-12-14T08:30:00+07:00', kind: 'reminder', count: 12 },
      { at: '2026-12-15T00:00:00+07:00', kind: 'deadline', count: 3 },
    ],
    undelivered: 2,
  });
});

test.each([
  ['2026-12-07T09:15:00+07:00', '2026-12-07T02:15:00.000Z'],
  ['2026-12-07T09:15:00Z', '2026-12-07T09:15:00.000Z'],
  ['2026-12-07T09:15', '2026-12-07T02:15:00.000Z'],
])('%s is read as an instant, without an offset in the zone of the product', async (now, instant) => {
  expect((await room.post('/sandbox/clock', { now })).statusCode).toBe(200);
  expect(room.room.movedTo.map((moment) => moment.toISOString())).toEqual([instant]);
});

test.each<[string, object]>([
  ['no instant', {}],
  ['words', { now: 'tomorrow' }],
  ['a day alone', { now: '2026-12-07' }],
  ['a day that does not exist', { now: '2026-02-30T08:30:00+07:00' }],
  ['an hour that does not exist', { now: '2026-12-07T25:00:00+07:00' }],
  ['a number', { now: 1_796_608_800 }],
  ['something else beside', { now: '2026-12-08T08:30:00+07:00', force: true }],
])('%s: 400, with a sentence, and the clock stays', async (_what, body) => {
  const answer = await room.post('/sandbox/clock', body);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toEqual({
    error: 'invalid-instant',
    message: 'Ngày giờ chưa đúng. Xin ghi như 2026-12-07T08:30:00+07:00.',
  });
  expect(room.room.movedTo).toEqual([]);
});

describe('the clock may say no', () => {
  const now = new Date('2026-12-07T08:00:00+07:00');

  test('backwards: 409, and where it stands', async () => {
    room.room.moves.push({ kind: 'backwards', now });
    const answer = await room.post('/sandbox/clock', { now: '2026-12-01T08:30:00+07:00' });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toEqual({
      error: 'backwards',
      message: 'Đồng hồ diễn tập chỉ chạy tới, không lùi lại.',
      now: '2026-12-07T08:00:00+07:00',
    });
  });

  test('another move on its way: 409', async () => {
    room.room.moves.push({ kind: 'busy', now });
    const answer = await room.post('/sandbox/clock', { now: '2026-12-08T08:30:00+07:00' });
    expect(answer.statusCode).toBe(409);
    expect(answer.json().error).toBe('busy');
  });

  test('further than a rehearsal goes: 400, and how far it does', async () => {
    room.room.moves.push({ kind: 'too-far', now, latest: new Date('2027-12-07T08:00:00+07:00') });
    const answer = await room.post('/sandbox/clock', { now: '2999-01-01T00:00:00+07:00' });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'too-far', latest: '2027-12-07T08:00:00+07:00' });
  });
});

test('the next instants can be asked for; one that there is not is left out', async () => {
  expect((await room.get('/sandbox/upcoming')).json()).toEqual({
    now: '2026-12-07T08:00:00+07:00',
    tomorrow: '2026-12-08T08:30:00+07:00',
    nextReminder: '2026-12-07T08:30:00+07:00',
  });
});
