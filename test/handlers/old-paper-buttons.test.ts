import { beforeEach, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { auditRows, reportRow, submissionsOf } from '#test/kit/report-rows.ts';

const say = textIn('vi');

let story: Story;
/** Buttons that the coordinator got for the first paper. */
let received: string;
let notReceived: string;

/** An's first paper has not come; the second is on its way. */
beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-10T09:00:00+07:00');
  await filesDecember('214/BC-STC');
  received = await dataOf(story, story.chi, say('button-paper-received'));
  notReceived = await dataOf(story, story.chi, say('button-paper-not-received'));
  await tapsData(story, story.chi, notReceived);
  await filesDecember('220/BC-STC');
});

async function filesDecember(number: string): Promise<void> {
  await story.an.types(`Gửi qua trục rồi báo cáo tháng 12, số ${number} ngày 9/12`);
  await story.an.taps(say('button-record'));
}

const december = () => reportRow(story, 'STC', 'monthly 2026-M12');

test('an old “received” does not confirm a paper that was not found', async () => {
  await tapsData(story, story.chi, received);
  await story.chi.receives(say('filing-settled-before'));
  expect(await submissionsOf(story, 'STC')).toMatchObject([
    { version: 1, documentNumber: '214/BC-STC', confirmedAt: null },
    { version: 2, documentNumber: '220/BC-STC', confirmedAt: null },
  ]);
  expect(await auditRows(story, 'filing-confirmed')).toEqual([]);
});

test('an old “not received” does not ask again for the report whose second paper has come', async () => {
  await story.chi.taps(say('button-paper-received'));
  await tapsData(story, story.chi, notReceived);
  await story.chi.receives(say('filing-settled-before'));
  expect(await december()).toMatchObject({ state: 'filed' });
});
