import { describe, expect, test } from 'vitest';

import { outlineOf, parseUpdate } from '#bot/zalo/parse-update.ts';
import type { IncomingContent, IncomingMessage } from '#domain/channel.ts';

const noon = Date.UTC(2026, 11, 7, 5);
const read = (update: unknown, at = noon) => parseUpdate('zalo:4242', update, at);

const from = { id: '6ede9afa66b88fe6d6a9', display_name: 'An Nguyễn', is_bot: false };
const chat = { id: '6ede9afa66b88fe6d6a9', chat_type: 'PRIVATE' };

/** A message from An in the private chat, with this in it. */
const message = (event: string, content: object) => ({
  event_name: `message.${event}.received`,
  message: { message_id: '2d758cb5e222177a4e35', date: 1_796_623_200_000, from, chat, ...content },
});

const fromAn = (content: IncomingContent): IncomingMessage => ({
  bot: 'zalo:4242',
  channel: 'zalo',
  updateId: '6ede9afa66b88fe6d6a9:6ede9afa66b88fe6d6a9:2d758cb5e222177a4e35',
  chatId: '6ede9afa66b88fe6d6a9',
  chatKind: 'private',
  sentAt: new Date(1_796_623_200_000),
  senderName: 'An Nguyễn',
  content,
});

const cases: [string, object, IncomingMessage][] = [
  ['a text', message('text', { text: '3 2 0 0 0' }), fromAn({ kind: 'text', text: '3 2 0 0 0' })],
  [
    'a link with its text',
    message('link', { text: 'https://a.vn' }),
    fromAn({ kind: 'text', text: 'https://a.vn' }),
  ],
  [
    'a link without text',
    message('link', { url: 'https://a.vn' }),
    fromAn({ kind: 'unsupported', what: 'other' }),
  ],
  [
    'a photo with a caption',
    message('image', { photo: 'https://cdn/1.jpg', caption: 'Biên bản' }),
    fromAn({
      kind: 'media',
      what: 'photo',
      source: { kind: 'url', url: 'https://cdn/1.jpg' },
      caption: 'Biên bản',
    }),
  ],
  [
    'a photo under its other name',
    message('image', { photo_url: 'https://cdn/1.jpg' }),
    fromAn({ kind: 'media', what: 'photo', source: { kind: 'url', url: 'https://cdn/1.jpg' } }),
  ],
  ['a photo without an address', message('image', { photo: null }), fromAn({ kind: 'media', what: 'photo' })],
  [
    'a sticker',
    message('sticker', { sticker: '1f600', url: 'https://s/1' }),
    fromAn({ kind: 'unsupported', what: 'sticker' }),
  ],
  [
    'a voice message',
    message('voice', { voice_url: 'https://v/1.aac' }),
    fromAn({ kind: 'media', what: 'voice', source: { kind: 'url', url: 'https://v/1.aac' } }),
  ],
  ['what Zalo does not show', message('unsupported', {}), fromAn({ kind: 'unsupported', what: 'other' })],
  [
    'a message in a group',
    message('text', { text: '@Nhắc Hạn /lich', chat: { id: 'g-77', chat_type: 'GROUP' } }),
    {
      ...fromAn({ kind: 'text', text: '@Nhắc Hạn /lich' }),
      updateId: 'g-77:6ede9afa66b88fe6d6a9:2d758cb5e222177a4e35',
      chatId: 'g-77',
      chatKind: 'group',
    },
  ],
  [
    'the sender under another name',
    message('text', { text: '31', from: { id: from.id, name: 'An' } }),
    { ...fromAn({ kind: 'text', text: '31' }), senderName: 'An' },
  ],
  [
    'ids that are numbers',
    message('text', { text: '31', message_id: 5, chat: { id: 1001 }, from: { ...from, id: 1001 } }),
    { ...fromAn({ kind: 'text', text: '31' }), updateId: '1001:1001:5', chatId: '1001' },
  ],
];

describe('what an update says, wrapped as in the documents', () => {
  test.each(cases)('%s', (_, update, expected) => {
    expect(read({ ok: true, result: update })).toEqual(expected);
  });
});

describe('what an update says, flat as it has been captured', () => {
  test.each(cases)('%s', (_, update, expected) => {
    expect(read(update)).toEqual(expected);
  });
});

describe('when it was sent', () => {
  const sentAt = (date: unknown) => read(message('text', { text: '31', date }))?.sentAt;

  test('in ms by Zalo’s clock, as a number or as a text', () => {
    expect(sentAt(1_796_623_200_123)).toEqual(new Date(1_796_623_200_123));
    expect(sentAt('1796623200123')).toEqual(new Date(1_796_623_200_123));
  });

  test('in seconds, should Zalo come to that', () => {
    expect(sentAt(1_796_623_200)).toEqual(new Date(1_796_623_200_000));
  });

  test.each([[0], [1_600_000_000_000], [undefined], ['today']])('not known: %s', (date) => {
    expect(sentAt(date)).toBeUndefined();
  });
});

describe('the id of an update', () => {
  const idOf = (content: object, at = noon) => read(message('unsupported', content), at)?.updateId;

  test('is the same for a second delivery in the other shape', () => {
    const update = message('text', { text: '31' });
    expect(read({ ok: true, result: update })?.updateId).toBe(read(update)?.updateId);
  });

  test('differs by chat, by sender and by message', () => {
    const ids = [
      idOf({}),
      idOf({ chat: { id: 'g-77', chat_type: 'GROUP' } }),
      idOf({ from: { id: 'other' } }),
      idOf({ message_id: 'other' }),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  test('is a digest where it would be long', () => {
    const long = idOf({ message_id: 'x'.repeat(200) });
    expect(long).toMatch(/^[\w-]{43}$/);
    expect(long).not.toBe(idOf({ message_id: 'y'.repeat(200) }));
    expect(long).toBe(idOf({ message_id: 'x'.repeat(200) }));
  });

  test('stands on the date where the message has none', () => {
    expect(idOf({ message_id: undefined })).toBe(`${chat.id}:${from.id}:at 1796623200000`);
  });

  test('with nothing but the chat: the same for ten minutes', () => {
    const bare = { event_name: 'message.unsupported.received', message: { chat: { id: '1001' } } };
    const [first, again, later] = [noon, noon + 60_000, noon + 3_600_000].map((at) => read(bare, at));
    expect(first).toEqual({
      bot: 'zalo:4242',
      channel: 'zalo',
      updateId: '1001::about 2994366',
      chatId: '1001',
      chatKind: 'private',
      content: { kind: 'unsupported', what: 'other' },
    });
    expect(again?.updateId).toBe(first?.updateId);
    expect(later?.updateId).not.toBe(first?.updateId);
  });
});

describe('nothing to answer', () => {
  test.each<[string, unknown]>([
    ['an event that we do not know', message('reaction', { text: 'x' })],
    ['an event of another family', { event_name: 'user.followed', message: { chat } }],
    ['a bot', message('text', { text: '31', from: { ...from, is_bot: true } })],
    ['a text without text', message('text', {})],
    ['no chat', message('unsupported', { chat: undefined })],
    ['no message', { event_name: 'message.unsupported.received' }],
    ['no event', { message: { chat, text: '31' } }],
    ['nulls', { event_name: null, message: null }],
    ['a refusal', { ok: false, error_code: 408, description: 'Request timeout' }],
    ['an empty list', []],
    ['no update at all', 'hello'],
    ['nothing', undefined],
  ])('%s', (_, update) => {
    expect(read(update)).toBeUndefined();
    expect(read({ ok: true, result: update })).toBeUndefined();
  });

  test('for the log, only the names', () => {
    expect(outlineOf({ ok: true, result: message('reaction', { text: 'kín' }) })).toEqual({
      event: 'message.reaction.received',
      fields: ['event_name', 'message'],
    });
    expect(outlineOf(undefined)).toEqual({ event: undefined, fields: [] });
  });
});
