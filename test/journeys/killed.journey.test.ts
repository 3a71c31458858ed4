import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Received } from '#test/fakes/telegram/chats.ts';
import type { Person } from '#test/fakes/telegram/person.ts';
import { startTelegramServer, type TelegramServer } from '#test/fakes/telegram-server.ts';
import { newPlace, type Place, type ProductProcess } from '#test/journeys/product-process.ts';
import { importUnits, invite } from '#test/journeys/province.ts';

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

/** Only the monthly report is due then: before 15/11, so the first reminder comes on Friday 6/11. */
function start(): Promise<ProductProcess> {
  return place.start({
    SANDBOX_NOW: '2026-11-05T09:00:00+07:00',
    DIRECTIVES: 'thai-nguyen-1880-2024',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.root,
  });
}

/** A process that takes over on a server waits for the leases of the one before, ms. */
const patience = 60_000;

describe('a product that is killed', { timeout: 180_000 }, () => {
  test('between any two messages of the journey: no answer is lost, at most the one in flight is repeated', async () => {
    let product = await start();
    await importUnits(place);
    const steps = journey(await invite(place, 'lan'));
    let shown: Received | undefined;
    /** How many messages the person had at each start. */
    const starts: number[] = [];
    async function killAndStart(): Promise<void> {
      await product.kill();
      starts.push(lan.messages.length);
      product = await start();
    }

    for (const [index, step] of steps.entries()) {
      // Every second step is struck twice; on a server only one, for there the leases of the killed have to run out.
      const isStruck = place.database === 'pglite' ? index % 2 === 0 : index === 2;
      // In the middle of what the person does, or before it has arrived at all…
      const done = step.does({ shown, product });
      if (isStruck) await killAndStart();
      await done;
      await step.again?.(product);
      // …and while the answer is on its way: the person has it, and the product does not know.
      shown = await lan.receives(step.says, patience);
      if (isStruck) await killAndStart();
    }

    const received = lan.messages.map(({ text }) => steps.findIndex(({ says }) => text.includes(says)));
    expect([...new Set(received)].sort((a, b) => a - b)).toEqual([...steps.keys()]);
    const lives = [0, ...starts].map((from, life) => ({
      before: received.slice(0, from),
      during: received.slice(from, starts[life]),
    }));
    const repeated = lives.map(({ before, during }) => during.filter((step) => before.includes(step)).length);
    expect(Math.max(...repeated)).toBeLessThanOrEqual(1);

    expect(shown?.text).toMatch(/: mã tiếp nhận 2611-\w{4}-\w{4}, đúng hạn\n/);
    expect(await place.cli('status', '--period', '2026-M11')).toMatchObject({
      submitted: [{ unit: 'STC', at: expect.stringMatching(/^2026-11-06T08:3/) }],
      late: [],
      missing: [{ unit: 'PTT' }, { unit: 'SYT' }],
    });
    await product.stop();
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

interface Step {
  does(on: { shown: Received | undefined; product: ProductProcess }): unknown;
  /** What has to be done once more when the product was killed meanwhile; people never have to. */
  again?(product: ProductProcess): unknown;
  /** The words by which one knows the message that comes of it. */
  says: string;
}

/** One officer's way from the invite to the receipt. */
function journey(inviteCode: string): Step[] {
  const types = (text: string) => () => lan.types(text);
  const taps =
    (label: string): Step['does'] =>
    ({ shown }) =>
      lan.taps(label, shown);
  return [
    { does: types(`/start ${inviteCode}`), says: 'Xin chào Nguyễn Thị Lan.' },
    { does: ({ product }) => toFriday(product), again: toFriday, says: 'Nhắc hạn: 1 báo cáo phải gửi' },
    { does: taps('Lập báo cáo'), says: 'Cơ quan đang quản lý bao nhiêu hệ thống thông tin?' },
    { does: types('chưa có'), says: 'Đã ghi: Hệ thống đang quản lý: 0.' },
    { does: taps('Không có (0)'), says: 'Đã ghi: Số sự cố: 0.' },
    { does: types('2'), says: 'Đã ghi: Lỗ hổng nghiêm trọng: 2.' },
    { does: types('hai'), says: 'Đã ghi: Lỗ hổng đã khắc phục: 2.' },
    { does: taps('Không'), says: 'Đã ghi: Săn lùng mối nguy hại: Không.' },
    { does: taps('Có'), says: 'Đã ghi: Sao lưu định kỳ: Có.' },
    { does: types('Thiếu người'), says: 'Đã ghi: Khó khăn, đề xuất: Thiếu người.' },
    { does: taps('Gửi báo cáo'), says: 'Đã nhận' },
  ];
}

/** Whoever moves the clock sees that it was not; where it has come far enough before the kill, that is refused. */
async function toFriday(product: ProductProcess): Promise<void> {
  await product.moveClock('2026-11-06T08:30:00+07:00').catch(() => {});
}
