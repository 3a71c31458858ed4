import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRoomServer, type RoomServer } from '#test/fakes/room-server.ts';

let room: RoomServer;
beforeEach(() => {
  room = createRoomServer();
});
afterEach(() => room.server.close());

const clientId = '5f0c2a7e91d34b68';

describe('the state', () => {
  test('shows the three phones of the demo, who else there is, and where the clock stands', async () => {
    room.room.botSays('lan', {
      id: 'm1',
      text: 'Xin chào',
      choices: [[{ label: 'Lập báo cáo', data: 'fill' }]],
    });
    const state = (await room.get('/rehearsal/state')).json();
    expect(state).toMatchObject({
      now: '2026-12-07T08:00:00+07:00',
      zone: 'Asia/Ho_Chi_Minh',
      language: 'vi',
      upcoming: { tomorrow: '2026-12-08T08:30:00+07:00', nextReminder: '2026-12-07T08:30:00+07:00' },
      others: [{ chatId: 'new', name: 'Máy mới', positions: [] }],
    });
    expect(state.phones.map(({ name }: { name: string }) => name)).toEqual([
      'Nguyễn Thị Lan',
      'Trần Quốc Hùng',
      'Phạm Thanh Mai',
    ]);
    expect(state.phones[0]).toMatchObject({
      channelLook: 'telegram',
      positions: ['reporter'],
      unit: 'Sở Tài chính',
      messages: [
        {
          id: 'm1',
          from: 'bot',
          text: 'Xin chào',
          at: '2026-12-07T08:00:00+07:00',
          choices: [[{ label: 'Lập báo cáo', data: 'fill' }]],
        },
      ],
    });
  });

  test('shows no buttons that were taken away', async () => {
    const choices = [[{ label: 'Xong', data: 'done' }]];
    room.room.botSays('lan', { id: 'm1', text: 'Hết thì chọn Xong.', choices, retired: true });
    const { messages } = (await room.get('/rehearsal/state')).json().phones[0];
    expect(messages).toEqual([
      {
        ...{ id: 'm1', from: 'bot', text: 'Hết thì chọn Xong.', retired: true },
        at: '2026-12-07T08:00:00+07:00',
      },
    ]);
  });

  test('shows the phones that the page has open, and leaves out one that is no more', async () => {
    const state = (await room.get('/rehearsal/state?phones=new,gone,hung')).json();
    expect(state.phones.map(({ chatId }: { chatId: string }) => chatId)).toEqual(['new', 'hung']);
  });

  test.each(['a,b,c,d,e,f,g,h,i', '<script>', 'x'.repeat(65)])(
    'does not take "%s" for phones',
    async (phones) => {
      const answer = await room.get(`/rehearsal/state?phones=${encodeURIComponent(phones)}`);
      expect(answer.statusCode).toBe(400);
    },
  );
});

describe('a person sends the sample photo', () => {
  const photo = { kind: 'media', what: 'photo', source: { kind: 'file', id: 'sample' } };

  test('and the engine gets it as from any channel, with what was typed under it', async () => {
    const path = '/rehearsal/phones/lan/photos';
    expect((await room.post(path, { clientId })).statusCode).toBe(200);
    await room.post(path, { clientId: 'another-one', caption: ' máy kế toán ' });
    expect(room.room.received).toMatchObject([
      { updateId: clientId, chatId: 'lan', content: photo },
      { updateId: 'another-one', chatId: 'lan', content: { ...photo, caption: 'máy kế toán' } },
    ]);
    expect(room.room.received[0]?.content).toEqual(photo);
  });

  test.each<[string, object]>([
    ['more than a caption holds', { clientId, caption: 'a'.repeat(1025) }],
    ['a picture of their own', { clientId, photo: 'iVBOR' }],
    ['no client id', {}],
  ])('%s: refused', async (_what, body) => {
    expect((await room.post('/rehearsal/phones/lan/photos', body)).statusCode).toBe(400);
    expect(room.room.received).toEqual([]);
  });
});

describe('a person types', () => {
  test('and the engine gets it as from any channel', async () => {
    const answer = await room.post('/rehearsal/phones/lan/messages', { text: '/baocao', clientId });
    expect(answer.statusCode).toBe(200);
    expect(room.room.received).toEqual([
      {
        bot: 'rehearsal:room',
        channel: 'rehearsal',
        updateId: '5f0c2a7e91d34b68',
        chatId: 'lan',
        chatKind: 'private',
        content: { kind: 'text', text: '/baocao' },
      },
    ]);
  });

  test('and what is sent twice carries the same update id, so that it counts once', async () => {
    await room.post('/rehearsal/phones/lan/messages', { text: '31', clientId });
    const again = await room.post('/rehearsal/phones/lan/messages', { text: '31', clientId });
    expect(again.statusCode).toBe(200);
    expect(room.room.received.map(({ updateId }) => updateId)).toEqual([clientId, clientId]);
    const state = (await room.get('/rehearsal/state')).json();
    expect(state.phones[0].messages).toHaveLength(1);
  });

  test.each<[string, unknown]>([
    ['nothing', { text: '', clientId }],
    ['blanks only', { text: ' \n ', clientId }],
    ['more than a message holds', { text: 'a'.repeat(4097), clientId }],
    ['no text', { clientId }],
    ['a client id that is too short', { text: 'a', clientId: 'abc' }],
    ['a client id with other signs', { text: 'a', clientId: 'abc defgh' }],
    ['something else beside', { text: 'a', clientId, chatId: 'hung' }],
    ['no object', '"text"'],
    ['broken JSON', '{"text": '],
  ])('%s: refused', async (_what, body) => {
    const answer = await room.post('/rehearsal/phones/lan/messages', body as object);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({ error: 'invalid', message: 'Nội dung gửi lên không đúng mẫu.' });
    expect(room.room.received).toEqual([]);
  });

  test('the longest message of the longest letters still gets through', async () => {
    const text = 'ệ'.repeat(4096);
    expect((await room.post('/rehearsal/phones/lan/messages', { text, clientId })).statusCode).toBe(200);
  });

  test('a body beyond that is refused unread', async () => {
    const answer = await room.post('/rehearsal/phones/lan/messages', { text: 'a'.repeat(40_000), clientId });
    expect(answer.statusCode).toBe(413);
    expect(answer.json().error).toBe('too-large');
  });
});

describe('a person presses a button', () => {
  test('and the engine gets its data and the message that it stood under', async () => {
    const answer = await room.post('/rehearsal/phones/hung/taps', {
      messageId: 'm7',
      data: 'q:3:yes',
      clientId,
    });
    expect(answer.statusCode).toBe(200);
    expect(room.room.received).toMatchObject([
      { chatId: 'hung', updateId: clientId, content: { kind: 'tap', data: 'q:3:yes', messageId: 'm7' } },
    ]);
  });

  test.each<[string, object]>([
    ['data of 66 bytes', { messageId: 'm7', data: 'ệ'.repeat(22), clientId }],
    ['no data', { messageId: 'm7', data: '', clientId }],
    ['no message', { data: 'yes', clientId }],
  ])('%s: refused', async (_what, body) => {
    expect((await room.post('/rehearsal/phones/hung/taps', body)).statusCode).toBe(400);
  });
});

test.each(['messages', 'taps'])('a phone that is not in the room has no %s', async (what) => {
  const body = what === 'messages' ? { text: 'a', clientId } : { messageId: 'm1', data: 'a', clientId };
  const answer = await room.post(`/rehearsal/phones/nobody/${what}`, body);
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toEqual({
    error: 'unknown-phone',
    message: 'Không có điện thoại này trong phòng diễn tập.',
  });
});

test('a failure of the engine is said in a sentence and logged without what was typed', async () => {
  room.room.receive = async () => {
    throw new Error('no connection');
  };
  const answer = await room.post('/rehearsal/phones/lan/messages', { text: 'bí mật', clientId });
  expect(answer.statusCode).toBe(500);
  expect(answer.json().error).toBe('failed');
  expect(room.log.lines).toMatchObject([{ level: 'error' }]);
  expect(room.log.text()).not.toContain('bí mật');
});

describe('as which platform a phone behaves', () => {
  test('can be changed, and is shown from then on', async () => {
    const answer = await room.post('/rehearsal/phones/lan/look', { look: 'zalo' });
    expect(answer.json()).toEqual({ look: 'zalo' });
    const { phones } = (await room.get('/rehearsal/state')).json();
    expect(phones.map(({ channelLook }: { channelLook: string }) => channelLook)).toEqual([
      'zalo',
      'telegram',
      'telegram',
    ]);
  });

  test('is one of two, of a phone that there is', async () => {
    expect((await room.post('/rehearsal/phones/lan/look', { look: 'viber' })).statusCode).toBe(400);
    expect((await room.post('/rehearsal/phones/nobody/look', { look: 'zalo' })).statusCode).toBe(404);
  });
});
