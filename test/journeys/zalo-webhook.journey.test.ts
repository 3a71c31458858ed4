import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#test/fakes/zalo/person.ts';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';
import { importUnits, invite } from '#test/journeys/province.ts';
import { nextOnZalo } from '#test/journeys/zalo-conversation.ts';
import { zaloWebhookPath } from '#web/zalo-webhook.ts';

const secret = 'mot-bi-mat-dai';

let zalo: ZaloServer;
let place: Place;
let product: ProductProcess | undefined;
let lan: Person;

beforeAll(async () => {
  // Outside is https, as Zalo wants it; a proxy passes it on to wherever the product listens.
  const route = (url: string) => product && `${product.url}${new URL(url).pathname}`;
  zalo = await startZaloServer({ shape: 'flat', webhookTries: 200, route });
  place = await newPlace();
  product = await place.start({
    SANDBOX_NOW: '2026-12-06T09:00:00+07:00',
    ZALO_BOT_TOKENS: zalo.token,
    ZALO_API_ROOT: zalo.root,
    ZALO_MODE: 'webhook',
    PUBLIC_URL: 'https://nhachan.example',
    WEBHOOK_SECRET: secret,
  });
  await importUnits(place);
  lan = zalo.person('u-lan', 'Lan');
});

afterAll(async () => {
  await place.remove();
  await zalo.close();
});

let hasFailed = false;
beforeEach((chapter) => {
  chapter.skip(hasFailed, 'a chapter before it failed');
  chapter.onTestFailed(() => {
    hasFailed = true;
    console.error(product?.printed());
  });
});

/** A post by whoever found the address. */
async function post(body: object | undefined, headers: Record<string, string> = {}): Promise<number> {
  const { status } = await fetch(`${product?.url}${zaloWebhookPath(zalo.bot)}`, {
    method: 'POST',
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  return status;
}

describe('Zalo by webhook', { timeout: 120_000 }, () => {
  test('the product says where it listens; an officer joins, is reminded and asked', async () => {
    const { params } = await zalo.called('setWebhook');
    expect(params).toEqual({ url: 'https://nhachan.example/webhooks/zalo/4242', secret_token: secret });
    lan.types(await invite(place, 'lan'));
    expect((await nextOnZalo(lan)).text).toContain('Xin chào Nguyễn Thị Lan.');
    await product?.moveClock('2026-12-07T08:30:00+07:00');
    const reminder = await nextOnZalo(lan);
    expect(reminder.text).toMatch(/^Nhắc hạn: 3 báo cáo phải gửi\n/);
    lan.picks('Lập báo cáo', reminder);
    expect((await nextOnZalo(lan)).text).toContain('bao nhiêu hệ thống thông tin?');
    expect(zalo.calls.filter(({ method }) => method === 'getUpdates')).toEqual([]);
  });

  test('an answer that is delivered 1,000 times more counts once', async () => {
    const six = lan.types('6');
    expect((await nextOnZalo(lan)).text).toContain('Đã ghi: Hệ thống đang quản lý: 6.');
    const before = lan.messages.length;
    zalo.replays(six, 1000);
    // Posts come in order: this one is taken when all of them have been.
    lan.types('5');
    expect((await nextOnZalo(lan, 90_000)).text).toContain('Đã ghi: Đã phê duyệt cấp độ: 5.');
    expect(lan.messages.length).toBe(before + 1);
    expect(zalo.lost).toEqual([]);
  });

  test('a probe is answered and does nothing; a wrong secret is refused', async () => {
    const forged = {
      event_name: 'message.text.received',
      message: {
        ...{ message_id: 'forged', date: 1_796_000_000_000, text: 'huỷ' },
        from: { id: lan.chatId, name: 'Lan' },
        chat: { id: lan.chatId, chat_type: 'PRIVATE' },
      },
    };
    const before = lan.messages.length;
    expect(await post(undefined)).toBe(200);
    expect(await post(forged)).toBe(200);
    expect(await post(undefined, { 'x-bot-api-secret-token': secret })).toBe(200);
    expect(await post(forged, { 'x-bot-api-secret-token': 'bi-mat-sai' })).toBe(401);
    lan.types('3 2 0 0 0');
    expect((await nextOnZalo(lan)).text).toContain('Theo cấp độ 1–5: Cấp độ 1: 3, Cấp độ 2: 2');
    expect(lan.messages.length).toBe(before + 1);
    await product?.stop();
  });
});
