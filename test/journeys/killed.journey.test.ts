import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Received } from '#test/fakes/telegram/chats.ts';
import type { Person } from '#test/fakes/telegram/person.ts';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';
import { importUnits } from '#test/journeys/province.ts';
import { livesThroughKills, november, type StruckPhone } from '#test/journeys/struck-journey.ts';

let telegram: TelegramServer;
let place: Place;
let lan: Person;

beforeEach(async () => {
  telegram = await startTelegramServer({ minimal: true, enforceLimits: false });
  place = await newPlace();
  lan = telegram.person(1001, 'Lan');
});

afterEach(async () => {
  await place.remove();
  await telegram.close();
});

function start(): Promise<ProductProcess> {
  return place.start({
    ...november,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
  });
}

describe('a product that is killed', { timeout: 180_000 }, () => {
  test('between any two messages of the journey: no answer is lost, at most the one in flight is repeated', async () => {
    const product = await start();
    await importUnits(place);
    const phone: StruckPhone<Received> = {
      messages: lan.messages,
      types: (text) => lan.types(text),
      chooses: (label, under) => lan.taps(label, under),
      receives: (text, patienceMs) => lan.receives(text, patienceMs),
    };
    await livesThroughKills({ place, phone, start, product, who: 'lan' });
  });

  test('leaves its folder free at once; a second one beside it is turned away', async (story) => {
    if (place.database !== 'pglite') return story.skip('several processes may share a server');
    const first = await start();
    await expect(start()).rejects.toMatchObject({
      code: 1,
      message: expect.stringMatching(
        /^Thư mục dữ liệu \S+ đang được một tiến trình khác mở\..*\n\(ended with 1\)$/,
      ),
    });
    expect(await importUnits(place)).toMatchObject({ added: 4 });
    await first.kill();
    const second = await start();
    expect(await importUnits(place)).toMatchObject({ unchanged: 4 });
    return second.stop();
  });
});
