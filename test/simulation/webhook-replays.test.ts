import { afterAll, beforeAll, expect, test } from 'vitest';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';
import { zaloWebhookPath } from '#web/zalo-webhook.ts';
import { table } from '#app/cli/table.ts';

const secret = 'mot-bi-mat-dai';
const beforeTheKill = 300;
const replays = 1_000;
const atOnce = 50;

let zalo: ZaloServer;
let place: Place;
let product: ProductProcess;

beforeAll(async () => {
  // Nobody is where Zalo itself would post to: all posts are made here.
  zalo = await startZaloServer({ shape: 'flat', webhookTries: 1, route: () => undefined });
  place = await newPlace();
  product = await start();
}, 60_000);

afterAll(async () => {
  await place.remove();
  await zalo.close();
});

function start(): Promise<ProductProcess> {
  return place.start({
    SANDBOX_NOW: '2026-12-28T09:00:00+07:00',
    ZALO_BOT_TOKENS: zalo.token,
    ZALO_API_ROOT: zalo.root,
    ZALO_MODE: 'webhook',
    PUBLIC_URL: 'https://nhachan.example',
    WEBHOOK_SECRET: secret,
  });
}

/** The status of one delivery; undefined where nobody answered. */
async function post(body: string): Promise<number | undefined> {
  try {
    const response = await fetch(`${product.url}${zaloWebhookPath(zalo.bot)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': secret },
      body,
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return undefined;
  }
}

/** As many deliveries, so many of them under way at any time, each of the body that is next in turn. */
async function postAll(bodies: readonly string[], count: number): Promise<(number | undefined)[]> {
  const statuses: (number | undefined)[] = [];
  let begun = 0;
  async function oneAfterTheOther(): Promise<void> {
    while (begun < count) {
      const body = bodies[begun % bodies.length] ?? '';
      begun += 1;
      statuses.push(await post(body));
    }
  }
  await Promise.all(Array.from({ length: atOnce }, oneAfterTheOther));
  return statuses;
}

test('one delivery made again and again, 50 at once, across a kill and 1,000 times after it: it counts once', {
  timeout: 180_000,
}, async () => {
  const lan = zalo.person('u-lan', 'Lan');
  const update = lan.types('xin chào');
  // The same in both shapes, as long as nobody knows which one Zalo sends.
  const bodies = [update, { ok: true, result: update }].map((body) => JSON.stringify(body));

  // Its answer is on the way when the process dies, and does not arrive.
  zalo.faults.next({ kind: 'hang' });
  const killing = zalo.called('sendMessage').then(() => product.kill());
  const before = await postAll(bodies, beforeTheKill);
  await killing;
  product = await start();
  const after = await postAll(bodies, replays);
  await lan.receives('anh/chị gửi mã mời', 60_000);
  await product.stop();

  expect(before).toContain(200);
  expect(before.filter((status) => status !== undefined && status !== 200)).toEqual([]);
  expect(after).toEqual(Array(replays).fill(200));
  const store = await place.openStore();
  const { chatId } = lan;
  const inbox = await store.db.selectFrom('inbox').select('status').where('chatId', '=', chatId).execute();
  const answers = await store.db
    .selectFrom('messages')
    .select(['status', 'uncertain'])
    .where('chatId', '=', chatId)
    .execute();
  const used = await store.db
    .selectFrom('usedMessages')
    .select('count')
    .where('direction', '=', 'received')
    .execute();
  await store.close();
  expect(inbox).toEqual([{ status: 'done' }]);
  expect(answers).toEqual([{ status: 'sent', uncertain: 1 }]);
  expect(lan.messages).toHaveLength(1);
  expect(used).toEqual([{ count: 1 }]);
  const arrived = [...before, ...after].filter((status) => status === 200).length;
  console.log(
    table(
      [`one delivery, again and again, by webhook on ${place.database}`, ''],
      [
        ['deliveries made', String(beforeTheKill + replays)],
        ['taken (200)', String(arrived)],
        ['not answered, since the process was killed', String(beforeTheKill + replays - arrived)],
        ['ignored as the same', String(arrived - 1)],
        ['stored', String(inbox.length)],
        ['answers made', String(answers.length)],
        ['people who were answered once', '1'],
      ],
    ),
  );
});
