import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '#test/fakes/telegram/person.ts';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';
import { alertsOn, telegramPhone } from '#test/journeys/incident-phones.ts';
import { allJoin, people, type PersonKey, personKeys, phonesOf } from '#test/journeys/incident-province.ts';
import { storyBegins } from '#test/journeys/incident-story.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';

let telegram: TelegramServer;
let place: Place;
let product: ProductProcess;
let on: Record<PersonKey, Person>;

beforeEach(async () => {
  telegram = await startTelegramServer({ minimal: true, enforceLimits: false });
  place = await newPlace();
  const persons = personKeys.map((key, at) => [key, telegram.person(1001 + at, people[key].name)] as const);
  on = Object.fromEntries(persons) as Record<PersonKey, Person>;
  await start();
  await allJoin(
    place,
    phonesOf((key) => telegramPhone(on[key])),
  );
});

afterEach(async () => {
  await place.remove();
  await telegram.close();
});

async function start(): Promise<void> {
  product = await place.start({
    SANDBOX_NOW: storyBegins,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
  });
}

async function killAndStart(): Promise<void> {
  await product.kill();
  await start();
}

/** On a server the leases of the killed have to run out first, so there only what is named `always` is struck. */
async function struck({ always = false } = {}): Promise<void> {
  if (always || place.database === 'pglite') await killAndStart();
}

/** A process that takes over on a server waits for the leases of the one before, ms. */
const patience = 60_000;

const alert = 'SỰ CỐ SC-2026-0001 – Sở Tài chính: mã hóa dữ liệu, mức nghiêm trọng';

describe('a product that is killed while an incident is reported', { timeout: 240_000 }, () => {
  test('nothing of it is lost: alerts arrive, the questions go on, the next step comes in time', async () => {
    const { ha, nam, binh, tuan, quang } = on;
    for (const person of [ha, quang]) {
      person.types('sự cố');
      await person.receives('Chuyện gì đang xảy ra?', patience);
    }
    await struck();

    // The first of those who are alerted has it, and the product does not know; the other's is still in line.
    ha.types('máy kế toán file đổi đuôi .lockbit hết rồi');
    await Promise.race([nam.receives(alert, patience), binh.receives(alert, patience)]);
    await struck({ always: true });
    for (const person of [nam, binh]) await person.sees(alert, patience);
    await ha.receives('Câu 2/3.', patience);

    // In the middle of the questions, and a minute before the next step.
    ha.types('Kế toán nội bộ');
    await ha.receives('Đã ghi hệ thống: Kế toán nội bộ', patience);
    const incidents = (await place.cli('incidents', 'list')) as { reportedAt: string }[];
    const secondsAfter = (seconds: number) =>
      new Date(Date.parse(incidents.at(-1)?.reportedAt ?? '') + seconds * 1000).toISOString();
    await product.moveClock(secondsAfter(4 * 60));
    await struck();
    // Quang has said no more than that there is one.
    await tuan.receives('SỰ CỐ SC-2026-0002', patience);
    await quang.receives('Chưa thấy anh/chị trả lời, tôi đã ghi SC-2026-0002', patience);
    expect(alertsOf(tuan)).toEqual([]);
    ha.types('đang lan, mất dữ liệu');
    await ha.receives('Đã ghi: đang lan sang máy khác', patience);
    expect((await product.moveClock(secondsAfter(6 * 60))).due).toContainEqual({
      at: expect.stringContaining(localTime(secondsAfter(5 * 60))),
      kind: 'incident',
      count: 1,
    });
    await tuan.receives(alert, patience);

    nam.types('đã nhận');
    await struck();
    for (const person of [ha, binh, tuan]) await person.receives('Hoàng Văn Nam đã nhận xử lý', patience);
    await product.moveClock(secondsAfter(16 * 60));

    expect(alertsOf(quang)).toEqual([]);
    for (const person of [nam, binh, tuan]) {
      const alerts = alertsOf(person);
      expect(new Set(alerts)).toEqual(new Set([alert]));
      // What was in flight when it was killed may come once more.
      expect(alerts.length).toBeLessThanOrEqual(2);
    }
    expect(await place.cli('incidents', 'list')).toMatchObject([
      { number: 'SC-2026-0002', status: 'new' },
      { number: 'SC-2026-0001', status: 'acknowledged', handler: 'Hoàng Văn Nam' },
    ]);
    await product.stop();
  });
});

/** The alerts of the incident that Hà reported. */
function alertsOf(person: Person): string[] {
  return alertsOn(telegramPhone(person)).filter((line) => line.includes('SC-2026-0001'));
}

/** "2026-12-12T02:05:00", as the story's province reads the instant. */
function localTime(iso: string): string {
  const hanoi = new Date(Date.parse(iso) + 7 * 60 * 60_000);
  return hanoi.toISOString().slice(0, 19);
}
