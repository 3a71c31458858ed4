import { beforeEach, describe, expect, test } from 'vitest';
import { incomingFromPhone } from '#bot/rehearsal/incoming.ts';
import { type Story, aProvince } from '#test/kit/province.ts';
import { arrives, dataOf } from '#test/kit/raw-updates.ts';

let story: Story;
let updates: number;

beforeEach(async () => {
  story = await aProvince();
  updates = 0;
});

/** An types on a phone that shows no buttons. */
async function types(text: string): Promise<string> {
  await story.delivered();
  const action = { kind: 'typed', text } as const;
  const typed = incomingFromPhone(story.an.chatId, `typed-${++updates}`, action);
  await story.engine.receive({ ...typed, withoutButtons: true });
  return (await story.an.screen()).at(-1)?.text ?? '';
}

describe('a label that is typed in full, where there are no buttons', () => {
  test('chooses what stands on the screen, though it is a command as well', async () => {
    await story.at('2026-12-07T08:30:00+07:00');
    expect(await types('Lập báo cáo')).toMatch(/^Làm cùng lúc:/);
  });

  test('after the list of what is owed it does not show that list again', async () => {
    await story.at('2026-12-07T09:00:00+07:00');
    expect(await types('báo cáo')).toMatch(/^Anh\/chị có 3 báo cáo phải gửi\./);
    expect(await types('lap bao cao')).toMatch(/^Làm cùng lúc:/);
  });

  test('is the command where no such choice is shown', async () => {
    await story.at('2026-12-07T09:00:00+07:00');
    await types('tro giup');
    expect(await types('Lập báo cáo')).toMatch(/^Anh\/chị có 3 báo cáo phải gửi\./);
  });
});

describe('“Vì sao tôi nhận?” where there are no buttons', () => {
  /** The reminder: 1 Lập báo cáo, 2 Nhắc lại sau, 3 Vì sao tôi nhận?, 4 Đã gửi bằng văn bản. */
  beforeEach(async () => {
    await story.at('2026-12-07T08:30:00+07:00');
    expect(await types('3')).toContain('Căn cứ: Công văn số 1880/UBND-KGVX');
  });

  test('shows the reminder’s choices again, in their order', async () => {
    const [reminder, explanation] = await story.an.screen();
    expect(reminder?.buttons).toHaveLength(4);
    expect(explanation?.buttons).toEqual(reminder?.buttons);
  });

  test.each([
    { typed: '1', told: /^Làm cùng lúc:/ },
    { typed: '2', told: /^Anh\/chị muốn được nhắc lại lúc nào\?/ },
    { typed: '3', told: /^Anh\/chị nhận vì là cán bộ báo cáo/ },
    { typed: '4', told: /^Văn bản này là báo cáo nào\?/ },
  ])('$typed still means what it meant under the reminder', async ({ typed, told }) => {
    expect(await types(typed)).toMatch(told);
  });

  test('has nothing to choose once all has been sent', async () => {
    await types('4');
    await types('Cả 3 báo cáo');
    await types('214/BC-STC');
    await types('hôm nay');
    expect(await types('ghi nhận')).toContain('Đã ghi nhận văn bản số 214/BC-STC');
    const data = await dataOf(story, story.an, 'Vì sao tôi nhận?');
    await arrives(story, story.an, { kind: 'tap', data }, { withoutButtons: true });
    await story.delivered();
    const last = (await story.an.screen()).at(-1);
    expect(last?.text).toContain('Căn cứ:');
    expect(last?.buttons).toEqual([]);
  });
});

test('with buttons the explanation has none of its own: those of the reminder stand above it', async () => {
  await story.at('2026-12-07T08:30:00+07:00');
  await story.an.taps('Vì sao tôi nhận?');
  const [, explanation] = await story.an.screen();
  expect(explanation?.buttons).toEqual([]);
});
