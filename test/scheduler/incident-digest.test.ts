import { beforeEach, expect, test } from 'vitest';
import { anIncident } from '#test/kit/an-incident.ts';
import { aCountedBot, type CountedBot } from '#test/kit/counted-bot.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

/** Friday 11/12/2026. */
const friday = (time: string) => `2026-12-11T${time}+07:00`;
const saturday = (time: string) => `2026-12-12T${time}+07:00`;

let story: Story;
let zalo: CountedBot;

beforeEach(async () => {
  story = await aProvince({ begins: friday('07:00:00') });
  zalo = await aCountedBot(story);
  await zalo.joins('Hoa', ['head', 'STC']);
});

async function digestsToHoa(): Promise<number> {
  await zalo.delivered();
  return zalo.sendings.filter(({ text }) => text.startsWith('Sự cố đang mở')).length;
}

test('in the morning and in the afternoon, once each, and nobody else gets one', async () => {
  await anIncident(story, { by: story.an, severity: 'ordinary', facts: { kind: 'phishing' } });
  for (const time of ['08:00:00', '08:05:00', '12:00:00']) await story.at(friday(time));
  expect(await digestsToHoa()).toBe(1);
  for (const time of ['16:30:00', '16:40:00']) await story.at(friday(time));
  expect(await digestsToHoa()).toBe(2);
  await story.chi.receives('Sự cố đang mở');
  await story.chi.receives('Sự cố đang mở');
  await story.chi.receivesNothing();
  await story.dung.receivesNothing();
});

test('an ordinary incident keeps until Monday, a severe one does not', async () => {
  await anIncident(story, { by: story.an, severity: 'ordinary', facts: { kind: 'phishing' } });
  await story.at(saturday('08:00:00'));
  expect(await digestsToHoa()).toBe(0);
  await anIncident(story, { by: story.an, severity: 'severe' });
  await story.at(saturday('08:05:00'));
  expect(await digestsToHoa()).toBe(1);
});

test('from 90 % of the month the afternoon’s comes with the next morning’s', async () => {
  await anIncident(story, { by: story.an, severity: 'ordinary', facts: { kind: 'phishing' } });
  await zalo.hasUsed(2_700);
  await story.at(friday('08:00:00'));
  expect(await digestsToHoa()).toBe(1);
  await story.at(friday('16:30:00'));
  expect(await digestsToHoa()).toBe(1);
});
