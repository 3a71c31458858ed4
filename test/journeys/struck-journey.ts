import { expect } from 'vitest';
import { type Invited, invite } from '#test/journeys/province.ts';
import type { Place, ProductProcess } from '#test/journeys/product-process.ts';

/** One officer's phone on whichever channel. */
export interface StruckPhone<Shown extends { text: string }> {
  messages: readonly { text: string }[];
  types(text: string): unknown;
  /** Chooses what stands under a message. */
  chooses(label: string, under: Shown | undefined): unknown;
  /** The next message that holds this text. */
  receives(text: string, patienceMs: number): Promise<Shown>;
}

/** Only the monthly report is due then: before 15/11, so the first reminder comes on Friday 6/11. */
export const november = {
  SANDBOX_NOW: '2026-11-05T09:00:00+07:00',
  DIRECTIVES: 'thai-nguyen-1880-2024',
};

/** A process that takes over on a server waits for the leases of the one before, ms. */
const patience = 60_000;

/**
 * One officer's way from the invite to the receipt, while the product is killed and started again between any two of its
 * messages. No answer may be lost, and at most the one in flight be repeated.
 */
export async function livesThroughKills<Shown extends { text: string }>(given: {
  place: Place;
  phone: StruckPhone<Shown>;
  start(): Promise<ProductProcess>;
  /** The process that lives now. */
  product: ProductProcess;
  who: Invited;
}): Promise<void> {
  const { place, phone } = given;
  let { product } = given;
  const steps = journey<Shown>(await invite(place, given.who), phone);
  let shown: Shown | undefined;
  /** How many messages the person had at each start. */
  const starts: number[] = [];
  async function killAndStart(): Promise<void> {
    await product.kill();
    starts.push(phone.messages.length);
    product = await given.start();
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
    shown = await phone.receives(step.says, patience);
    if (isStruck) await killAndStart();
  }

  const received = phone.messages.map(({ text }) => steps.findIndex(({ says }) => text.includes(says)));
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
}

interface Step<Shown> {
  does(on: { shown: Shown | undefined; product: ProductProcess }): unknown;
  /** What has to be done once more when the product was killed meanwhile; people never have to. */
  again?(product: ProductProcess): unknown;
  /** The words by which one knows the message that comes of it. */
  says: string;
}

function journey<Shown extends { text: string }>(
  inviteCode: string,
  phone: StruckPhone<Shown>,
): Step<Shown>[] {
  const types = (text: string) => () => phone.types(text);
  const chooses =
    (label: string): Step<Shown>['does'] =>
    ({ shown }) =>
      phone.chooses(label, shown);
  return [
    { does: types(`/start ${inviteCode}`), says: 'Xin chào Nguyễn Thị Lan.' },
    { does: ({ product }) => toFriday(product), again: toFriday, says: 'Nhắc hạn: 1 báo cáo phải gửi' },
    { does: chooses('Lập báo cáo'), says: 'Cơ quan đang quản lý bao nhiêu hệ thống thông tin?' },
    { does: types('chưa có'), says: 'Đã ghi: Hệ thống đang quản lý: 0.' },
    { does: chooses('Không có (0)'), says: 'Đã ghi: Số sự cố: 0.' },
    { does: types('2'), says: 'Đã ghi: Lỗ hổng nghiêm trọng: 2.' },
    { does: types('hai'), says: 'Đã ghi: Lỗ hổng đã khắc phục: 2.' },
    { does: chooses('Không'), says: 'Đã ghi: Săn lùng mối nguy hại: Không.' },
    { does: chooses('Có'), says: 'Đã ghi: Sao lưu định kỳ: Có.' },
    { does: types('Thiếu người'), says: 'Đã ghi: Khó khăn, đề xuất: Thiếu người.' },
    { does: chooses('Gửi báo cáo'), says: 'Đã nhận' },
  ];
}

/** Whoever moves the clock sees that it was not; where it has come far enough before the kill, that is refused. */
async function toFriday(product: ProductProcess): Promise<void> {
  await product.moveClock('2026-11-06T08:30:00+07:00').catch(() => {});
}
