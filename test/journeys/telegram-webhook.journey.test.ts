import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#test/fakes/telegram/person.ts';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';
import { next } from '#test/journeys/conversation.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';
import { importUnits, invite } from '#test/journeys/province.ts';
import { TELEGRAM_WEBHOOK_PATH } from '#web/telegram-webhook.ts';

const secret = 'mot-bi-mat-dai';

let telegram: TelegramServer;
let place: Place;
let product: ProductProcess | undefined;
let lan: Person;

beforeAll(async () => {
  // Outside is https, as Telegram wants it; a proxy passes it on to wherever the product listens.
  telegram = await startTelegramServer({
    route: (url) => product && `${product.url}${new URL(url).pathname}`,
  });
  telegram.faults.next({ kind: 'gateway', status: 502 }, { method: 'setWebhook' });
  place = await newPlace();
  product = await place.start({
    SANDBOX_NOW: '2026-12-07T08:00:00+07:00',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
    TELEGRAM_MODE: 'webhook',
    PUBLIC_URL: 'https://nhachan.example',
    WEBHOOK_SECRET: secret,
  });
  await importUnits(place);
  lan = telegram.person(1001, 'Lan');
});

afterAll(async () => {
  await place.remove();
  await telegram.close();
});

test('the product says where it listens, again where Telegram did not take it', async () => {
  const { params } = await telegram.called('setWebhook', 2);
  expect(params).toMatchObject({
    url: `https://nhachan.example${TELEGRAM_WEBHOOK_PATH}`,
    secret_token: secret,
  });
});

test('what people do arrives by post and is answered', async () => {
  lan.types(`/start ${await invite(place, 'lan')}`);
  expect((await next(lan)).text).toContain('Xin chào Nguyễn Thị Lan.');
  lan.types('/baocao');
  expect((await next(lan)).text).toContain('Anh/chị có 3 báo cáo phải gửi.');
  lan.taps('Lập báo cáo');
  expect((await next(lan)).text).toContain('Câu 1/');
  await telegram.called('answerCallbackQuery');
  expect(telegram.unconfirmed()).toEqual([]);
  expect(telegram.calls.some(({ method }) => method === 'getUpdates')).toBe(false);
});

test('a post without the secret, or with another one, is turned away and changes nothing', async () => {
  const known = lan.messages.length;
  const forged = {
    update_id: 1,
    message: { message_id: 1, chat: { id: 1001, type: 'private' }, text: '/huy' },
  };
  expect(await post(forged)).toBe(401);
  expect(await post(forged, 'mot-bi-mat-khac')).toBe(401);
  lan.types('6');
  expect((await next(lan)).text).toContain('Đã ghi: Hệ thống đang quản lý: 6.');
  expect(lan.messages.length).toBe(known + 1);
});

test('the same post twice is one answer', async () => {
  const update = lan.types('5');
  expect((await next(lan)).text).toContain('Đã ghi: Đã phê duyệt cấp độ: 5.');
  expect(await post(update, secret)).toBe(200);
  lan.types('3 2 0 0 0');
  expect((await next(lan)).text).toContain('Đã ghi: Theo cấp độ 1–5');
  await product?.stop();
});

/** A post by whoever found the address. */
async function post(update: object, withSecret?: string): Promise<number> {
  const { status } = await fetch(`${product?.url}${TELEGRAM_WEBHOOK_PATH}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(withSecret && { 'x-telegram-bot-api-secret-token': withSecret }),
    },
    body: JSON.stringify(update),
  });
  return status;
}
