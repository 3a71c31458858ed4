import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { comesIn } from '#test/kit/received.ts';
import type { Seen } from '#test/kit/story-officer.ts';

const say = textIn('vi');

let story: Story;

/** Besides Sở Tài chính and Sở Y tế there are 43 communes, Xã 01 to Xã 43; nobody has sent the report of December. */
beforeEach(async () => {
  story = await aProvince();
  for (let number = 1; number <= 43; number += 1) {
    const two = String(number).padStart(2, '0');
    await story.founds({ code: `XA${two}`, name: `Xã ${two}`, kind: 'commune' });
  }
  await story.at('2026-12-07T09:00:00+07:00');
  await story.chi.types('ai chưa báo cáo tháng 12?');
});

function namesIn({ text }: Seen): string[] {
  return text.match(/Xã \d\d|Sở Y tế|Sở Tài chính/g) ?? [];
}

describe('45 units on three pages', () => {
  test('forward to the end and back, each unit once', async () => {
    const { chi } = story;
    const first = await chi.receives(say('missing-page', { page: 1, pages: 3 }));
    expect(first.buttons).toEqual([say('button-next-page')]);
    expect(first.text).toContain(
      say('missing-counts', { all: 45, onTime: 0, late: 0, filed: 0, missing: 45 }),
    );

    await chi.taps(say('button-next-page'));
    const second = await chi.receives(say('missing-page', { page: 2, pages: 3 }));
    expect(second.buttons).toEqual([say('button-previous-page'), say('button-next-page')]);
    await chi.taps(say('button-next-page'));
    const third = await chi.receives(say('missing-page', { page: 3, pages: 3 }));
    expect(third.buttons).toEqual([say('button-previous-page')]);

    expect([first, second, third].map((page) => namesIn(page).length)).toEqual([20, 20, 5]);
    const all = [first, second, third].flatMap(namesIn);
    expect(new Set(all).size).toBe(45);
    // By the units' codes: STC, SYT, XA01 …
    expect(all.slice(0, 3)).toEqual(['Sở Tài chính', 'Sở Y tế', 'Xã 01']);
    expect(all.at(-1)).toBe('Xã 43');

    await chi.taps(say('button-previous-page'));
    const back = await chi.receives(say('missing-page', { page: 2, pages: 3 }));
    expect(namesIn(back)).toEqual(namesIn(second));
  });

  test('the same without a period', async () => {
    const { chi } = story;
    await chi.types('ai chưa báo cáo?');
    const first = await chi.receives('quý IV/2026');
    expect(first.text).toContain(say('missing-page', { page: 1, pages: 3 }));
    await chi.taps(say('button-next-page'));
    const second = await chi.receives(say('missing-page', { page: 2, pages: 3 }));
    expect(namesIn(second)[0]).toBe('Xã 19');
  });

  test('a page that has gone, because reports came in, shows the last there is', async () => {
    const { chi } = story;
    await chi.taps(say('button-next-page'));
    const third = await dataOf(story, chi, say('button-next-page'));
    for (let number = 1; number <= 30; number += 1) {
      await comesIn(story, `XA${String(number).padStart(2, '0')}`, 'monthly 2026-M12');
    }
    await tapsData(story, chi, third);
    const shown = await chi.receives(
      say('missing-counts', { all: 45, onTime: 30, late: 0, filed: 0, missing: 15 }),
    );
    expect(namesIn(shown)).toHaveLength(15);
    expect(shown.buttons).toEqual([say('button-received')]);
  });

  test('the data of a page opens nothing to who may not see it', async () => {
    const next = await dataOf(story, story.chi, say('button-next-page'));
    await tapsData(story, story.an, next);
    await story.an.receives(say('missing-refused'));
    // The head sees one unit, whatever the page.
    await tapsData(story, story.binh, next);
    const text = (
      await story.binh.receives(say('missing-counts', { all: 1, onTime: 0, late: 0, filed: 0, missing: 1 }))
    ).text;
    expect(text).not.toContain('Xã');
  });
});
