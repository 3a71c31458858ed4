import { describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { remindersSent } from '#test/kit/reminders-sent.ts';

const say = textIn('vi');

/** What An was reminded of, without the name. */
async function ofAn(story: Story): Promise<string[]> {
  const lines = await remindersSent(story, story.an.name);
  return lines.map((line) => line.replace(`${story.an.name} (reporter): `, ''));
}

async function recordsPaper(story: Story, typed: string, reports: string): Promise<void> {
  await story.an.types(typed);
  await story.an.taps(reports);
  await story.an.taps(say('button-record'));
}

test('what is in is not asked for again: after one of three two are left, after all nothing comes', async () => {
  const story = await aProvince();
  await story.until('2026-12-07T09:00:00+07:00');
  await recordsPaper(story, 'gửi qua trục rồi, số 214/BC-STC ngày 4/12', 'Báo cáo tháng 12/2026');
  await story.until('2026-12-10T09:00:00+07:00');
  await recordsPaper(story, 'gửi qua trục rồi, số 230/BC-STC ngày 10/12', say('filing-all', { count: 2 }));
  await story.until('2026-12-21T23:00:00+07:00');

  expect(await ofAn(story)).toEqual(['12-07 08:30 base-5 3', '12-10 08:30 base-2 2']);
  expect(await remindersSent(story, story.binh.name)).toEqual(['12-10 08:30 Trần Thị Bình (head): base-2 2']);
});

describe('after an outage', () => {
  test('what was missed becomes one reminder for each person', async () => {
    const story = await aProvince();
    await story.at('2026-12-17T09:10:00+07:00');
    await story.until('2026-12-17T23:00:00+07:00');
    expect(await remindersSent(story)).toEqual([
      '12-17 09:10 Lê Thị Chi (reporter): base-2 1, base-5 2',
      '12-17 09:10 Nguyễn Văn An (reporter): overdue-3 3',
      '12-17 09:10 Phạm Văn Dũng (reporter): overdue-3 3',
      '12-17 09:10 Trần Thị Bình (head): overdue-3 3',
    ]);
  });

  test('that ends in the evening, people are written to on the next working morning', async () => {
    const story = await aProvince();
    await story.at('2026-12-11T18:00:00+07:00');
    await story.until('2026-12-14T08:29:00+07:00');
    expect(await remindersSent(story)).toEqual([]);
    await story.until('2026-12-14T08:30:00+07:00');
    expect(await ofAn(story)).toEqual(['12-14 08:30 base 3']);
  });
});

describe('“Nhắc lại sau”', () => {
  /** Chooses the nth of the moments that are offered. */
  async function putsOff(story: Story, nth: number): Promise<void> {
    await story.an.taps(say('button-snooze'));
    const { buttons } = await story.an.receives(say('snooze-ask'));
    await story.an.taps(buttons[nth] ?? '');
  }

  test('until this afternoon: one more today, then as planned', async () => {
    const story = await aProvince();
    await story.at('2026-12-07T08:30:00+07:00');
    await putsOff(story, 0);
    await story.until('2026-12-10T09:00:00+07:00');
    expect(await ofAn(story)).toEqual([
      '12-07 08:30 base-5 3',
      '12-07 14:30 snooze 3',
      '12-10 08:30 base-2 3',
    ]);
  });

  test('until the last working day: it stands in for the step before', async () => {
    const story = await aProvince();
    await story.at('2026-12-07T08:30:00+07:00');
    await putsOff(story, 2);
    await story.until('2026-12-14T15:00:00+07:00');
    expect(await ofAn(story)).toEqual([
      '12-07 08:30 base-5 3',
      '12-14 08:30 base 3',
      '12-14 14:30 base-afternoon 3',
    ]);
    // The head's copy is nobody's to put off.
    expect(await remindersSent(story, story.binh.name)).toHaveLength(1);
  });

  test('put off twice: a reminder each time', async () => {
    const story = await aProvince();
    await story.at('2026-12-07T08:30:00+07:00');
    await putsOff(story, 0);
    await story.until('2026-12-07T14:30:00+07:00');
    await putsOff(story, 0);
    await story.until('2026-12-09T18:00:00+07:00');
    expect(await ofAn(story)).toEqual([
      '12-07 08:30 base-5 3',
      '12-07 14:30 snooze 3',
      '12-08 08:30 snooze 3',
    ]);
  });

  test('what has come in meanwhile is not reminded of when its time comes', async () => {
    const story = await aProvince();
    await story.at('2026-12-07T08:30:00+07:00');
    await putsOff(story, 0);
    await recordsPaper(story, 'gửi qua trục rồi, số 7/BC-STC ngày 7/12', say('filing-all', { count: 3 }));
    await story.until('2026-12-14T23:00:00+07:00');
    expect(await ofAn(story)).toEqual(['12-07 08:30 base-5 3']);
  });
});

describe('who came when', () => {
  test('somebody new in a position is not reminded of what was before them', async () => {
    const story = await aProvince();
    await story.until('2026-12-10T09:00:00+07:00');
    const hoa = await story.joins('Đỗ Thị Hoa', ['reporter', 'STC']);
    await story.until('2026-12-14T08:30:00+07:00');
    expect(await remindersSent(story, hoa.name)).toEqual(['12-14 08:30 Đỗ Thị Hoa (reporter): base 3']);
  });

  test('who holds two positions at a unit is written to once, as the one who fills in', async () => {
    const story = await aProvince();
    const lan = await story.joins('Vũ Thị Lan', ['reporter', 'STC'], ['head', 'STC']);
    await story.until('2026-12-10T09:00:00+07:00');
    expect(await remindersSent(story, lan.name)).toEqual([
      '12-07 08:30 Vũ Thị Lan (reporter): base-5 3',
      '12-10 08:30 Vũ Thị Lan (reporter): base-2 3',
    ]);
  });

  test('who reports for two units gets one reminder for both', async () => {
    const story = await aProvince();
    const lan = await story.joins('Vũ Thị Lan', ['reporter', 'STC'], ['reporter', 'SYT']);
    await story.until('2026-12-07T09:00:00+07:00');
    expect(await remindersSent(story, lan.name)).toEqual(['12-07 08:30 Vũ Thị Lan (reporter): base-5 6']);
  });
});
