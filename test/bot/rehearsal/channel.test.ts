import { beforeEach, describe, expect, test } from 'vitest';
import { imageType } from '#bot/image-type.ts';
import { createRehearsalChannel, type PhoneMessage } from '#bot/rehearsal/channel.ts';
import { incomingFromPhone } from '#bot/rehearsal/incoming.ts';

let delivered: PhoneMessage[];
const channel = createRehearsalChannel({
  async deliver(message) {
    delivered.push(message);
    return message.messageId ?? `m${delivered.length}`;
  },
});
beforeEach(() => {
  delivered = [];
});

test('it is one bot without gaps between its messages', () => {
  expect(channel).toMatchObject({
    bot: 'rehearsal:room',
    kind: 'rehearsal',
    limits: { botGapMs: 0, chatGapMs: 0, textLength: 4096 },
  });
});

test('a message stands on the phone with its buttons as they were laid out', async () => {
  const choices = [[{ label: 'Lập báo cáo', data: 'fill:1' }], [{ label: 'Nhắc lại sau', data: 'snooze' }]];
  expect(await channel.send('lan', { text: 'Nhắc hạn', choices })).toEqual({ kind: 'sent', messageId: 'm1' });
  expect(await channel.send('lan', { text: 'Đã ghi' })).toEqual({ kind: 'sent', messageId: 'm2' });
  expect(delivered).toEqual([
    { chatId: 'lan', text: 'Nhắc hạn', choices },
    { chatId: 'lan', text: 'Đã ghi', choices: [] },
  ]);
});

test('buttons are taken away by changing the message that they stand under', async () => {
  const result = await channel.retireChoices?.('lan', 'm1', 'Nhắc hạn: đã chọn');
  expect(result).toEqual({ kind: 'sent', messageId: 'm1' });
  expect(delivered).toEqual([{ chatId: 'lan', messageId: 'm1', text: 'Nhắc hạn: đã chọn', choices: [] }]);
});

function rows(count: number, inEach: number, label = 'x') {
  return Array.from({ length: count }, () => Array.from({ length: inEach }, () => ({ label, data: 'y' })));
}

describe('what Telegram would not take, the room does not take', () => {
  test.each([
    ['an empty text', { text: ' \n' }],
    ['a text of 4,097 characters', { text: 'a'.repeat(4097) }],
    ['a button without a label', { text: 'a', choices: [[{ label: '', data: 'x' }]] }],
    ['a button without data', { text: 'a', choices: [[{ label: 'x', data: '' }]] }],
    ['101 buttons', { text: 'a', choices: rows(101, 1) }],
    ['nine buttons in a row', { text: 'a', choices: rows(1, 9) }],
    ['more than 10 kB of buttons', { text: 'a', choices: rows(60, 1, 'ệ'.repeat(60)) }],
    ['66 bytes of button data', { text: 'a', choices: [[{ label: 'x', data: 'ệ'.repeat(22) }]] }],
  ])('%s', async (_what, message) => {
    expect(await channel.send('lan', message)).toMatchObject({ kind: 'refused', reason: 'rejected' });
    expect(delivered).toEqual([]);
  });

  test('and takes what is just within', async () => {
    const choices = [[{ label: 'x', data: `${'ệ'.repeat(21)}a` }]];
    expect(await channel.send('lan', { text: 'a'.repeat(4096), choices })).toMatchObject({ kind: 'sent' });
  });
});

test('a phone that looks like Zalo gets numbered lines and no buttons, and nothing of it is changed', async () => {
  const zalo = createRehearsalChannel({
    async deliver(message) {
      delivered.push(message);
      return `m${delivered.length}`;
    },
    lookOf: async (chatId) => (chatId === 'lan' ? 'zalo' : 'telegram'),
  });
  const choices = [
    [
      { label: 'Có', data: 'y' },
      { label: 'Không', data: 'n' },
    ],
  ];
  await zalo.send('lan', { text: 'Có sao lưu không?', choices });
  await zalo.retireChoices?.('lan', 'm1', 'Có sao lưu không?');
  await zalo.send('hung', { text: 'Có sao lưu không?', choices });
  expect(delivered).toEqual([
    { chatId: 'lan', text: expect.stringMatching(/^Có sao lưu không\?\n+1\. Có\n2\. Không\n/), choices: [] },
    { chatId: 'hung', text: 'Có sao lưu không?', choices },
  ]);
});

test('it gives its sample photo, and nothing else', async () => {
  const { content } = incomingFromPhone('lan', 'photo-1', { kind: 'photo' });
  if (content.kind !== 'media' || !content.source) throw new Error('no media');
  const { signal } = new AbortController();
  const fetched = await channel.fetchMedia?.('photo', content.source, signal);
  if (fetched?.kind !== 'fetched') throw new Error('not fetched');
  expect(imageType(fetched.bytes)).toBe(fetched.contentType);
  const other = { kind: 'file', id: '../../etc/passwd' } as const;
  expect(await channel.fetchMedia?.('photo', other, signal)).toMatchObject({ kind: 'refused' });
});
