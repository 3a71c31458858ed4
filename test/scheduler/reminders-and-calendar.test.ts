import { expect, test } from 'vitest';
import type { Catalogue } from '#domain/catalogue.ts';
import type { Day } from '#domain/time.ts';
import { realCatalogue } from '#test/app/commands/real-catalogue.ts';
import { aProvince } from '#test/kit/province.ts';
import { remindersSent } from '#test/kit/reminders-sent.ts';

const an = 'Nguyễn Văn An';

test('a day off that is decided late moves what was not sent yet, and repeats nothing', async () => {
  const catalogue = { ...realCatalogue() };
  const story = await aProvince({ catalogue });
  await story.until('2026-12-08T10:00:00+07:00');
  closeOn(catalogue, '2026-12-10');
  await story.until('2026-12-31T23:00:00+07:00');
  expect(await remindersSent(story, an)).toEqual([
    `12-07 08:30 ${an} (reporter): base-5 3`,
    // Two working days before Monday the 14th, now that the 10th is none.
    `12-09 08:30 ${an} (reporter): base-2 3`,
    `12-14 08:30 ${an} (reporter): base 3`,
    `12-14 14:30 ${an} (reporter): base-afternoon 3`,
    `12-15 08:30 ${an} (reporter): overdue-1 3`,
    `12-17 08:30 ${an} (reporter): overdue-3 3`,
    `12-21 08:30 ${an} (reporter): overdue-5 3`,
  ]);
});

test('a day off that is taken back makes nothing come twice either', async () => {
  const catalogue = { ...realCatalogue() };
  const { calendar } = catalogue;
  closeOn(catalogue, '2026-12-10');
  const story = await aProvince({ catalogue });
  await story.until('2026-12-09T10:00:00+07:00');
  catalogue.calendar = calendar;
  await story.until('2026-12-14T10:00:00+07:00');
  expect(await remindersSent(story, an)).toEqual([
    `12-04 08:30 ${an} (reporter): base-5 3`,
    `12-09 08:30 ${an} (reporter): base-2 3`,
    `12-14 08:30 ${an} (reporter): base 3`,
  ]);
});

test('a clock that goes back and forth plans nothing twice', async () => {
  const story = await aProvince();
  for (const day of ['12-10', '12-07', '12-10', '12-14', '12-09', '12-14', '12-15', '12-07', '12-15']) {
    await story.at(`2026-${day}T08:30:00+07:00`);
  }
  expect(await remindersSent(story, an)).toEqual([
    `12-10 08:30 ${an} (reporter): base-2 3`,
    `12-14 08:30 ${an} (reporter): base 3`,
    `12-15 08:30 ${an} (reporter): overdue-1 3`,
  ]);
});

function closeOn(catalogue: Catalogue, day: Day): void {
  const { calendar } = catalogue;
  catalogue.calendar = {
    ...calendar,
    isWorkingDay: (candidate) => candidate !== day && calendar.isWorkingDay(candidate),
  };
}
