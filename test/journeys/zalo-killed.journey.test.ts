import { afterAll, beforeAll, test } from 'vitest';
import type { Received } from '#test/fakes/zalo/chats.ts';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';
import { importUnits } from '#test/journeys/province.ts';
import { livesThroughKills, november, type StruckPhone } from '#test/journeys/struck-journey.ts';

let zalo: ZaloServer;
let place: Place;
let product: ProductProcess | undefined;

beforeAll(async () => {
  // Outside is https, as Zalo wants it; a proxy passes it on to wherever the product listens, or to nobody.
  const route = (url: string) => product && `${product.url}${new URL(url).pathname}`;
  zalo = await startZaloServer({ shape: 'mixed', webhookTries: 1_000, route });
  place = await newPlace();
});

afterAll(async () => {
  await place.remove();
  await zalo.close();
});

async function start(): Promise<ProductProcess> {
  product = await place.start({
    ...november,
    ZALO_BOT_TOKENS: zalo.token,
    ZALO_API_ROOT: zalo.root,
    ZALO_MODE: 'webhook',
    PUBLIC_URL: 'https://nhachan.example',
    WEBHOOK_SECRET: 'mot-bi-mat-dai',
  });
  return product;
}

test('killed between any two messages of the journey on Zalo, by webhook: no answer is lost', {
  timeout: 180_000,
}, async () => {
  const first = await start();
  await importUnits(place);
  const lan = zalo.person('u-lan', 'Lan');
  const phone: StruckPhone<Received> = {
    messages: lan.messages,
    types: (text) => lan.types(text),
    chooses: (label, under) => lan.picks(label, under),
    receives: (text, patienceMs) => lan.receives(text, patienceMs),
  };
  await livesThroughKills({ place, phone, start, product: first, who: 'lan' });
});
