import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';
import {
  type CountedOfficer,
  expectEveryBranch,
  expectNothingNew,
  expectTakenIn,
} from '#test/journeys/counted-figures.ts';
import { counted } from '#test/journeys/counted-phone.ts';
import { everyBranch, lives, nothingNew } from '#test/journeys/counted-story.ts';
import { telegramPhone } from '#test/journeys/incident-phones.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';
import { inviteTo } from '#test/journeys/province.ts';
import { openRoomPhones, type RoomPhones } from '#test/journeys/room-phones.ts';

let telegram: TelegramServer;
let place: Place;
let product: ProductProcess;
let room: RoomPhones;

/** The demo units with what they reported before, on Monday 7/12 before the first reminder of December. */
beforeAll(async () => {
  telegram = await startTelegramServer();
  place = await newPlace();
  product = await place.start({
    SANDBOX_NOW: '2026-12-07T08:20:00+07:00',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
  });
  await place.cli('demo');
  room = await openRoomPhones(product.url);
});

afterAll(async () => {
  room.hangUp();
  await place.remove();
  await telegram.close();
});

test('from the reminder to three receipts, on Telegram and in the room: sixteen messages with everything, six with nothing new', async () => {
  const onTelegramWith = [await joinsTelegram(1001, 'SYT'), await joinsTelegram(1002, 'SGDDT')] as const;
  const inRoom = [
    opens('officer-so-nong-nghiep-va-moi-truong', 'SNNMT'),
    opens('officer-so-tai-chinh', 'STC'),
  ] as const;
  await product.moveClock('2026-12-07T08:30:00+07:00');

  const told = [onTelegramWith, inRoom].flatMap(([everything, nothing]) => [
    lives(everything.phone, everyBranch),
    lives(nothing.phone, nothingNew),
  ]);
  await Promise.all(told);
  expect([...onTelegramWith, ...inRoom].map(({ phone }) => phone.sent())).toEqual([16, 6, 16, 6]);
  expect(telegram.violations).toEqual({ perBot: 0, perChat: 0 });
  await product.stop();

  const store = await place.openStore();
  try {
    await expectEveryBranch(store, onTelegramWith[0]);
    await expectEveryBranch(store, inRoom[0]);
    await expectNothingNew(store, onTelegramWith[1], {
      ...{ 'systems-managed': 5, 'systems-approved': 4, 'systems-by-level': [3, 1, 0, 0, 0] },
      'systems-deployed': 4,
    });
    await expectNothingNew(store, inRoom[1], {
      ...{ 'systems-managed': 6, 'systems-approved': 5, 'systems-by-level': [2, 3, 0, 0, 0] },
      'systems-deployed': 4,
    });
    // They joined with one message before the count began.
    for (const officer of onTelegramWith) await expectTakenIn(store, officer, 1);
    for (const officer of inRoom) await expectTakenIn(store, officer);
  } finally {
    await store.close();
  }
});

async function joinsTelegram(chatId: number, unit: string): Promise<CountedOfficer> {
  const person = telegram.person(chatId, `Cán bộ ${unit}`);
  person.types(`/start ${await inviteTo(place, unit, 'reporter', `Cán bộ ${unit}`)}`);
  const phone = telegramPhone(person);
  await phone.receives('Xin chào');
  return { unit, chatId: String(chatId), phone: counted(phone) };
}

function opens(chatId: string, unit: string): CountedOfficer {
  return { unit, chatId, phone: counted(room.phone(chatId)) };
}
