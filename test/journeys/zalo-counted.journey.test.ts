import { afterAll, beforeAll, expect, test } from 'vitest';
import { startZaloServer, type ZaloServer } from '#test/fakes/zalo-server.ts';
import {
  type CountedOfficer,
  expectEveryBranch,
  expectNothingNew,
  expectTakenIn,
} from '#test/journeys/counted-figures.ts';
import { counted } from '#test/journeys/counted-phone.ts';
import { everyBranch, lives, nothingNew } from '#test/journeys/counted-story.ts';
import { zaloPhone } from '#test/journeys/incident-phones.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';
import { inviteTo } from '#test/journeys/province.ts';

let zalo: ZaloServer;
let place: Place;
let product: ProductProcess;

/** The demo units with what they reported before, on Monday 7/12 before the first reminder of December. */
beforeAll(async () => {
  zalo = await startZaloServer({ shape: 'mixed' });
  place = await newPlace();
  product = await place.start({
    SANDBOX_NOW: '2026-12-07T08:20:00+07:00',
    ZALO_BOT_TOKENS: zalo.token,
    ZALO_API_ROOT: zalo.root,
  });
  await place.cli('demo');
});

afterAll(async () => {
  await place.remove();
  await zalo.close();
});

test('from the reminder to three receipts on Zalo: sixteen messages with everything, six with nothing new', async () => {
  const everything = await joins('u-everything', 'SYT');
  const nothing = await joins('u-nothing', 'SGDDT');
  await product.moveClock('2026-12-07T08:30:00+07:00');

  await Promise.all([lives(everything.phone, everyBranch), lives(nothing.phone, nothingNew)]);
  expect([everything.phone.sent(), nothing.phone.sent()]).toEqual([16, 6]);
  expect([zalo.lost, zalo.pending(), zalo.turnedAway]).toEqual([[], [], []]);
  await product.stop();

  const store = await place.openStore();
  try {
    await expectEveryBranch(store, everything);
    await expectNothingNew(store, nothing, {
      ...{ 'systems-managed': 5, 'systems-approved': 4, 'systems-by-level': [3, 1, 0, 0, 0] },
      'systems-deployed': 4,
    });
    // They joined with one message before the count began.
    await expectTakenIn(store, everything, 1);
    await expectTakenIn(store, nothing, 1);
  } finally {
    await store.close();
  }
});

async function joins(chatId: string, unit: string): Promise<CountedOfficer> {
  const person = zalo.person(chatId, `Cán bộ ${unit}`);
  person.types(await inviteTo(place, unit, 'reporter', `Cán bộ ${unit}`));
  const phone = zaloPhone(person);
  await phone.receives('Xin chào');
  return { unit, chatId, phone: counted(phone) };
}
