import { expect, test } from 'vitest';
import { aProvince, type Story } from '#test/kit/province.ts';
import { remindersSent } from '#test/kit/reminders-sent.ts';

/** Two ways to live through December, which must come to the same. */
const ways: [string, (story: Story) => Promise<void>][] = [
  ['as time passes', (story) => story.until('2026-12-31T23:00:00+07:00')],
  ['stopping only where something falls due', stopsWhereDue],
];

test.each(ways)(
  'December 2026 in a unit that sends nothing, %s: one reminder each time for its three reports, and copies to its head',
  async (_, live) => {
    const story = await aProvince();
    await live(story);

    expect(await remindersSent(story, 'Nguyễn Văn An', 'Trần Thị Bình')).toEqual([
      '12-07 08:30 Nguyễn Văn An (reporter): base-5 3',
      '12-10 08:30 Nguyễn Văn An (reporter): base-2 3',
      '12-10 08:30 Trần Thị Bình (head): base-2 3',
      '12-14 08:30 Nguyễn Văn An (reporter): base 3',
      '12-14 14:30 Nguyễn Văn An (reporter): base-afternoon 3',
      '12-15 08:30 Nguyễn Văn An (reporter): overdue-1 3',
      '12-15 08:30 Trần Thị Bình (head): overdue-1 3',
      '12-17 08:30 Nguyễn Văn An (reporter): overdue-3 3',
      '12-17 08:30 Trần Thị Bình (head): overdue-3 3',
      '12-21 08:30 Nguyễn Văn An (reporter): overdue-5 3',
      '12-21 08:30 Trần Thị Bình (head): overdue-5 3',
    ]);

    // The coordinator: the province's quarter before 20/12, a Sunday, and its year (two duties) before 25/12.
    expect(await remindersSent(story, 'Lê Thị Chi')).toEqual([
      '12-11 08:30 Lê Thị Chi (reporter): base-5 1',
      '12-16 08:30 Lê Thị Chi (reporter): base-2 1',
      '12-17 08:30 Lê Thị Chi (reporter): base-5 2',
      '12-18 08:30 Lê Thị Chi (reporter): base 1',
      '12-18 14:30 Lê Thị Chi (reporter): base-afternoon 1',
      '12-21 08:30 Lê Thị Chi (reporter): overdue-1 1',
      '12-22 08:30 Lê Thị Chi (reporter): base-2 2',
      '12-23 08:30 Lê Thị Chi (reporter): overdue-3 1',
      '12-24 08:30 Lê Thị Chi (reporter): base 2',
      '12-24 14:30 Lê Thị Chi (reporter): base-afternoon 2',
      '12-25 08:30 Lê Thị Chi (reporter): overdue-1 2, overdue-5 1',
      '12-29 08:30 Lê Thị Chi (reporter): overdue-3 2',
      '12-31 08:30 Lê Thị Chi (reporter): overdue-5 2',
    ]);

    // A second unit is reminded the same, on its own.
    expect(await remindersSent(story, 'Phạm Văn Dũng')).toHaveLength(7);
    expect(story.log.lines).toEqual([]);
  },
);

/** As a rehearsal does it that is told to be at the end of the month. */
async function stopsWhereDue(story: Story): Promise<void> {
  const end = new Date('2026-12-31T23:00:00+07:00');
  await story.at('2026-12-01T08:00:00+07:00');
  for (;;) {
    const { opening, reminder, deadline } = await story.engine.nextDue();
    const instants = [opening, reminder, deadline?.at].filter((instant) => instant !== undefined);
    const next = instants.sort((a, b) => a.getTime() - b.getTime())[0];
    if (!next || next > end) return;
    await story.at(next.toISOString());
  }
}
