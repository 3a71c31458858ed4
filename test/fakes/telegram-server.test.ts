import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Person } from '#test/fakes/telegram/person.ts';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';

let telegram: TelegramServer;
let an: Person;
let now: number;

beforeEach(async () => {
  now = 0;
  telegram = await startTelegramServer({ now: () => now });
  an = telegram.person(1001, 'An');
  an.types('/start');
});

afterEach(() => telegram.close());

/** A call as JSON; what came back, with its HTTP status. */
async function call(method: string, params: object = {}, token = telegram.token) {
  const response = await fetch(`${telegram.root}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
}

const say = (chat_id: number, text: string) => call('sendMessage', { chat_id, text });

const button = (label: string, data: string) => ({
  inline_keyboard: [[{ text: label, callback_data: data }]],
});

describe('the protocol', () => {
  test('token and method are checked', async () => {
    expect(await call('getMe')).toMatchObject({ status: 200, ok: true, result: { id: 4242, is_bot: true } });
    expect(await call('getMe', {}, '1:x')).toMatchObject({ status: 401, ok: false, error_code: 401 });
    expect(await call('fly')).toMatchObject({ status: 404, ok: false, error_code: 404 });
  });

  test('parameters come as query, form or multipart too', async () => {
    const url = `${telegram.root}/bot${telegram.token}/sendMessage`;
    await fetch(`${url}?chat_id=1001&text=${encodeURIComponent('một')}`);
    now += 1000;
    await fetch(url, { method: 'POST', body: new URLSearchParams({ chat_id: '1001', text: '2' }) });
    now += 1000;
    const form = new FormData();
    form.set('chat_id', '1001');
    form.set('text', 'ba');
    form.set('reply_markup', JSON.stringify(button('Có', 'yes')));
    await fetch(url, { method: 'POST', body: form });
    expect(an.messages.map(({ text, buttons }) => [text, buttons])).toEqual([
      ['một', []],
      ['2', []],
      ['ba', [[{ label: 'Có', data: 'yes' }]]],
    ]);
  });

  test('the minimal server knows six methods and gives few fields', async () => {
    const minimal = await startTelegramServer({ minimal: true });
    const known = [
      'getMe',
      'getUpdates',
      'sendMessage',
      'editMessageText',
      'answerCallbackQuery',
      'deleteWebhook',
    ];
    for (const method of [...known, 'setMyCommands', 'setWebhook', 'getWebhookInfo']) {
      const { status } = await fetch(`${minimal.root}/bot${minimal.token}/${method}`);
      expect([method, status === 404]).toEqual([method, !known.includes(method)]);
    }
    expect(minimal.person(1, 'An').types('/start').message).toEqual({
      message_id: 1,
      date: expect.any(Number),
      chat: { id: 1, type: 'private' },
      from: { id: 1, first_name: 'An' },
      text: '/start',
    });
    await minimal.close();
  });
});

describe('the limits', () => {
  test('one message a second in a chat', async () => {
    expect(await say(1001, 'một')).toMatchObject({ ok: true });
    now = 999;
    expect(await say(1001, 'hai')).toMatchObject({ status: 429, parameters: { retry_after: 1 } });
    now = 1000;
    expect(await say(1001, 'ba')).toMatchObject({ ok: true });
    expect(telegram.violations).toEqual({ perBot: 0, perChat: 1 });
  });

  test('30 messages in every sliding second', async () => {
    for (let n = 0; n <= 31; n += 1) telegram.person(n, `Người ${n}`).types('/start');
    for (let n = 0; n < 30; n += 1) {
      now = n * 10;
      expect(await say(n, 'Nhắc hạn')).toMatchObject({ ok: true });
    }
    now = 999;
    expect(await say(30, 'Nhắc hạn')).toMatchObject({ status: 429, parameters: { retry_after: 1 } });
    now = 1000;
    expect(await say(30, 'Nhắc hạn')).toMatchObject({ ok: true });
    now = 1009;
    expect(await say(31, 'Nhắc hạn')).toMatchObject({ status: 429 });
    expect(telegram.violations).toEqual({ perBot: 2, perChat: 0 });
  });

  test('can be counted only', async () => {
    const lenient = await startTelegramServer({ enforceLimits: false, now: () => 0 });
    const binh = lenient.person(1, 'Bình');
    binh.types('/start');
    for (const text of ['một', 'hai'])
      await fetch(`${lenient.root}/bot${lenient.token}/sendMessage?chat_id=1&text=${text}`);
    expect(binh.messages).toHaveLength(2);
    expect(lenient.violations.perChat).toBe(1);
    await lenient.close();
  });

  test('lengths', async () => {
    const cases: [object, string][] = [
      [{ text: '' }, 'Bad Request: message text is empty'],
      [{ text: ' \n' }, 'Bad Request: message text is empty'],
      [{ text: 'x'.repeat(4097) }, 'Bad Request: message is too long'],
      [{ text: 'x', reply_markup: button('Có', 'ă'.repeat(33)) }, 'Bad Request: BUTTON_DATA_INVALID'],
      [{ text: 'x', reply_markup: button('Có', '') }, 'Bad Request: BUTTON_DATA_INVALID'],
      [{ text: 'x', reply_markup: button('', 'a') }, 'Bad Request: inline keyboard button text is empty'],
    ];
    for (const [params, description] of cases) {
      expect(await call('sendMessage', { chat_id: 1001, ...params })).toMatchObject({
        status: 400,
        description,
      });
    }
    const longest = { chat_id: 1001, text: 'x'.repeat(4096), reply_markup: button('Có', 'ă'.repeat(32)) };
    expect(await call('sendMessage', longest)).toMatchObject({ ok: true });
  });

  test('only to those who have started the bot and not blocked it', async () => {
    expect(await say(9, 'x')).toMatchObject({ status: 400, description: 'Bad Request: chat not found' });
    const binh = telegram.person(1002, 'Bình');
    expect(await say(1002, 'x')).toMatchObject({ status: 403 });
    binh.types('/start');
    expect(await say(1002, 'x')).toMatchObject({ ok: true });
    binh.blocks();
    expect(await say(1002, 'x')).toMatchObject({
      status: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    binh.unblocks();
    now = 1000;
    expect(await say(1002, 'x')).toMatchObject({ ok: true });
  });

  test('an edit that changes nothing, a tap that is forgotten', async () => {
    await say(1001, 'Có sự cố không?');
    const message_id = an.messages[0]?.messageId;
    const edit = { chat_id: 1001, message_id, text: 'Có sự cố không?' };
    expect(await call('editMessageText', { ...edit, reply_markup: button('Có', 'yes') })).toMatchObject({
      ok: true,
    });
    const tap = an.taps('Có').callback_query as { id: string };
    expect(await call('editMessageText', edit)).toMatchObject({ ok: true });
    expect(await call('editMessageText', edit)).toMatchObject({ status: 400 });
    telegram.forgetsTaps();
    expect(await call('answerCallbackQuery', { callback_query_id: tap.id })).toMatchObject({ status: 400 });
  });
});

describe('updates', () => {
  test('stay until an offset past them is asked for', async () => {
    const second = an.types('31');
    const third = an.types('32');
    const { result } = (await call('getUpdates', { limit: 2 })) as unknown as {
      result: { update_id: number }[];
    };
    expect(result).toHaveLength(2);
    expect(await call('getUpdates', { offset: second.update_id })).toMatchObject({ result: [second, third] });
    expect(await call('getUpdates', { offset: third.update_id })).toMatchObject({ result: [third] });
    expect(await call('getUpdates', { offset: third.update_id + 1 })).toMatchObject({ result: [] });
  });

  test('end a long poll as they come', async () => {
    const offset = (an.types('31').update_id ?? 0) + 1;
    const poll = call('getUpdates', { offset, timeout: 30 });
    await telegram.called('getUpdates');
    const update = an.types('32');
    expect(await poll).toMatchObject({ result: [update] });
  });

  test('go to one poll at a time: the older one gets a conflict', async () => {
    const offset = an.types('31').update_id + 1;
    const older = call('getUpdates', { offset, timeout: 30 });
    await telegram.called('getUpdates');
    const newer = call('getUpdates', { offset, timeout: 30 });
    expect(await older).toMatchObject({ status: 409 });
    const update = an.types('32');
    expect(await newer).toMatchObject({ result: [update] });
  });

  test('are not given while a webhook is set', async () => {
    await call('setWebhook', { url: 'http://127.0.0.1:9/unused' });
    expect(await call('getUpdates')).toMatchObject({ status: 409 });
    await call('deleteWebhook');
    expect(await call('getUpdates')).toMatchObject({ ok: true });
  });

  test('can be replayed after they were confirmed', async () => {
    const update = an.types('31');
    await call('getUpdates', { offset: update.update_id + 1 });
    telegram.replays(update);
    expect(await call('getUpdates', { offset: update.update_id + 1 })).toMatchObject({ result: [update] });
    expect(await call('getUpdates', { offset: update.update_id + 1 })).toMatchObject({ result: [] });
  });
});

describe('people', () => {
  test('receive in order, each message once', async () => {
    const both = (async () => [
      await an.receives('Kỳ'),
      await an.receives((message) => message.text.endsWith('?')),
    ])();
    await say(1001, 'Kỳ báo cáo nào?');
    now = 1000;
    await say(1001, 'Có sự cố không?');
    expect((await both).map(({ text }) => text)).toEqual(['Kỳ báo cáo nào?', 'Có sự cố không?']);
  });

  test('wait in vain with all that happened', async () => {
    await say(1001, 'Chào anh/chị');
    await expect(an.receives('Kỳ báo cáo', 20)).rejects.toThrow(
      'Waited 20 ms in vain. No “Kỳ báo cáo” for An (1001):\n  An ← /start\n  bot → (2) Chào anh/chị',
    );
    expect(() => an.taps('Có')).toThrow('No button “Có” on the screen of An (1001):');
  });

  test('tap what stands on the newest message, or an old button that they still see', async () => {
    await call('sendMessage', { chat_id: 1001, text: 'Một?', reply_markup: button('Có', 'q1:yes') });
    now = 1000;
    await call('sendMessage', { chat_id: 1001, text: 'Hai?', reply_markup: button('Có', 'q2:yes') });
    expect(an.taps('Có').callback_query).toMatchObject({ data: 'q2:yes' });
    const first = an.messages[0];
    await call('editMessageText', { chat_id: 1001, message_id: first?.messageId, text: 'Một: có' });
    expect(await an.sees(({ buttons }) => buttons.length === 0)).toMatchObject({ text: 'Một: có', edits: 1 });
    expect(() => an.taps('q1:yes')).toThrow('No button');
    expect(an.taps('q1:yes', first).callback_query).toMatchObject({
      data: 'q1:yes',
      message: { message_id: first?.messageId },
    });
  });
});
