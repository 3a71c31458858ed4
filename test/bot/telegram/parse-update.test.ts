import { describe, expect, test } from 'vitest';

import type { IncomingMessage } from '#domain/channel.ts';
import { parseUpdate } from '#bot/telegram/parse-update.ts';

/** A moment after the messages below were sent. */
const read = (update: unknown) => parseUpdate('telegram:4242', update, 1_797_000_000_400);

const chat = { id: 1001, type: 'private', first_name: 'An', last_name: 'Nguyễn' };
const from = { id: 1001, is_bot: false, first_name: 'An', last_name: 'Nguyễn', language_code: 'vi' };
const group = { id: -1009, type: 'supergroup', title: 'Sở Tư pháp' };

/** A message from An in the private chat, with this in it. */
const message = (content: object) => ({
  update_id: 70,
  message: { message_id: 5, date: 1_797_000_000, chat, from, ...content },
});

/** What An's private chat is expected to give. */
const fromAn = (content: IncomingMessage['content']): IncomingMessage => ({
  bot: 'telegram:4242',
  channel: 'telegram',
  updateId: '70',
  chatId: '1001',
  chatKind: 'private',
  senderName: 'An Nguyễn',
  content,
});

describe('what an update says', () => {
  test.each<[string, object, IncomingMessage]>([
    [
      'a command with its entity',
      message({ text: '/baocao', entities: [{ type: 'bot_command', offset: 0, length: 7 }] }),
      fromAn({ kind: 'text', text: '/baocao' }),
    ],
    [
      'a command without entities',
      message({ text: '/start K7Q2' }),
      fromAn({ kind: 'text', text: '/start K7Q2' }),
    ],
    [
      'a tap',
      {
        update_id: 70,
        callback_query: {
          id: 'tap-1',
          from,
          message: { message_id: 9, date: 1_797_000_000, chat, text: 'Có sự cố không?' },
          chat_instance: '1',
          data: 'q3:no',
        },
      },
      fromAn({ kind: 'tap', data: 'q3:no', messageId: '9', callbackId: 'tap-1' }),
    ],
    [
      'a tap under a message that became inaccessible',
      {
        update_id: 70,
        callback_query: { id: 'tap-1', from, message: { message_id: 9, date: 0, chat }, data: 'q3:no' },
      },
      fromAn({ kind: 'tap', data: 'q3:no', messageId: '9', callbackId: 'tap-1' }),
    ],
    [
      'a tap without its message: the private chat has the id of the person',
      { update_id: 70, callback_query: { id: 'tap-1', from, data: 'q3:no' } },
      fromAn({ kind: 'tap', data: 'q3:no', callbackId: 'tap-1' }),
    ],
    [
      'a message that was changed',
      { update_id: 70, edited_message: { message_id: 5, date: 1, edit_date: 2, chat, from, text: '31' } },
      fromAn({ kind: 'edited' }),
    ],
    [
      'a photo with a caption',
      message({ photo: [{ file_id: 'x' }], caption: 'Biên bản' }),
      fromAn({ kind: 'media', what: 'photo', source: { kind: 'file', id: 'x' }, caption: 'Biên bản' }),
    ],
    [
      'a photo in several sizes: the largest',
      message({
        photo: [
          { file_id: 's', width: 90 },
          { file_id: 'l', width: 1280 },
          { file_id: 'm', width: 320 },
        ],
      }),
      fromAn({ kind: 'media', what: 'photo', source: { kind: 'file', id: 'l' } }),
    ],
    [
      'a photo in several sizes without their widths: the last',
      message({ photo: [{ file_id: 's' }, { file_id: 'l' }] }),
      fromAn({ kind: 'media', what: 'photo', source: { kind: 'file', id: 'l' } }),
    ],
    [
      'a photo that cannot be read',
      message({ photo: 'yes', caption: 'Biên bản' }),
      fromAn({ kind: 'media', what: 'photo', caption: 'Biên bản' }),
    ],
    [
      'a voice message',
      message({ voice: { file_id: 'x' } }),
      fromAn({ kind: 'media', what: 'voice', source: { kind: 'file', id: 'x' } }),
    ],
    ['a voice message without an id', message({ voice: {} }), fromAn({ kind: 'media', what: 'voice' })],
    ['a sticker', message({ sticker: { file_id: 'x' } }), fromAn({ kind: 'unsupported', what: 'sticker' })],
    [
      'a document',
      message({ document: { file_id: 'x' } }),
      fromAn({ kind: 'unsupported', what: 'document' }),
    ],
    [
      'an animation, which also looks like a document',
      message({ animation: { file_id: 'x' }, document: { file_id: 'x' } }),
      fromAn({ kind: 'unsupported', what: 'other' }),
    ],
    [
      'a place, which is also a location',
      message({ venue: { title: 'UBND tỉnh' }, location: { latitude: 21.6, longitude: 105.8 } }),
      fromAn({ kind: 'unsupported', what: 'location' }),
    ],
    [
      'a contact',
      message({ contact: { phone_number: '0' } }),
      fromAn({ kind: 'unsupported', what: 'contact' }),
    ],
    ['a video', message({ video: { file_id: 'x' } }), fromAn({ kind: 'unsupported', what: 'other' })],
    [
      'the bot was stopped',
      {
        update_id: 70,
        my_chat_member: {
          chat,
          from,
          date: 1,
          old_chat_member: { status: 'member' },
          new_chat_member: { status: 'kicked' },
        },
      },
      fromAn({ kind: 'reachability', reachable: false }),
    ],
    [
      'the bot was started again',
      {
        update_id: 70,
        my_chat_member: {
          chat,
          from,
          date: 1,
          old_chat_member: { status: 'kicked' },
          new_chat_member: { status: 'member' },
        },
      },
      fromAn({ kind: 'reachability', reachable: true }),
    ],
    [
      'a message in a group',
      { update_id: 70, message: { message_id: 5, date: 1, chat: group, from, text: '/suco' } },
      { ...fromAn({ kind: 'text', text: '/suco' }), chatId: '-1009', chatKind: 'group' },
    ],
  ])('%s', (_, update, expected) => {
    expect({ ...read(update), sentAt: undefined }).toEqual(expected);
  });
});

describe('when it was sent', () => {
  test('by Telegram’s clock, which knows whole seconds', () => {
    expect(read(message({ text: '31' }))?.sentAt).toEqual(new Date(1_797_000_000_000));
  });

  test.each<[string, object]>([
    ['a date of years ago, as a server that was made up gives', message({ text: '31', date: 1_600_000_000 })],
    ['no date', message({ text: '31', date: undefined })],
    ['a text for a date', message({ text: '31', date: 'today' })],
    [
      'a tap: the date is that of the message above it',
      {
        update_id: 70,
        callback_query: {
          id: 'tap-1',
          from,
          message: { message_id: 9, date: 1_797_000_000, chat },
          data: 'x',
        },
      },
    ],
  ])('not known: %s', (_, update) => {
    expect(read(update)).toBeDefined();
    expect(read(update)?.sentAt).toBeUndefined();
  });
});

describe('fields that other servers leave out', () => {
  const bare = (content: object) => ({
    bot: 'telegram:4242',
    channel: 'telegram',
    updateId: '1',
    chatId: '1001',
    chatKind: 'private',
    content,
  });

  test('only the chat’s id and the text', () => {
    const update = { update_id: 1, message: { chat: { id: 1001 }, text: '31' } };
    expect(read(update)).toEqual(bare({ kind: 'text', text: '31' }));
  });

  test('nulls instead of nothing', () => {
    const sender = { id: 1001, first_name: null, username: null };
    const update = {
      update_id: 1,
      callback_query: null,
      message: { chat: { id: 1001 }, from: sender, text: '31' },
    };
    expect(read(update)).toEqual(bare({ kind: 'text', text: '31' }));
  });

  test('a group is told by its negative id', () => {
    const update = { update_id: 1, message: { chat: { id: -1009 }, text: '31' } };
    expect(read(update)?.chatKind).toBe('group');
  });

  test('the user name stands in for a missing name', () => {
    const sender = { id: 1001, first_name: '', username: 'an_nv' };
    const update = { update_id: 1, message: { chat: { id: 1001 }, from: sender, text: '31' } };
    expect(read(update)?.senderName).toBe('an_nv');
  });
});

describe('nothing to answer', () => {
  test.each<[string, unknown]>([
    ['a notice: message pinned', message({ pinned_message: { message_id: 3 } })],
    [
      'a live location that moves',
      { update_id: 70, edited_message: { message_id: 5, chat, from, location: {} } },
    ],
    ['a tap on a game', { update_id: 70, callback_query: { id: 'tap-1', from, game_short_name: 'x' } }],
    [
      'added to a group',
      { update_id: 70, my_chat_member: { chat: group, from, new_chat_member: { status: 'member' } } },
    ],
    ['a kind that we do not know', { update_id: 70, message_reaction: { chat } }],
    ['a message without a chat', { update_id: 70, message: { text: '31' } }],
    ['no update at all', 'hello'],
    ['nothing', undefined],
  ])('%s', (_, update) => {
    expect(read(update)).toBeUndefined();
  });
});
