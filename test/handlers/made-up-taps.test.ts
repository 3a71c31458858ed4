import { beforeEach, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { tapsData } from '#test/kit/raw-updates.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-10T09:00:00+07:00');
});

test.each([
  ...['why:x', 'snooze:x', 'snooze:x:abc', 'paper-ok:x', 'paper-no:', 'filing:x:choose:zzz', 'edit-list:zzz'],
  ...['d:x:choose', 'd', 'nothing', 'fill:x:y', 'take-over', ':', 'missing:2026-M12:zzz', 'missing:x:1'],
])('what nobody’s button carries is answered: %s', async (data) => {
  await tapsData(story, story.chi, data);
  const screen = await story.chi.screen();
  expect(screen.map(({ text }) => text).join('\n')).not.toMatch(/NaN|undefined/);
  expect(screen).not.toEqual([]);
  expect(story.log.lines).toEqual([]);
});

test('an id of nothing of theirs gets nobody anything', async () => {
  const nothing = '00000000-0000-7000-8000-999999999999';
  for (const action of ['why', 'snooze', 'paper-ok', 'paper-no']) {
    await tapsData(story, story.chi, `${action}:${nothing}`);
  }
  const texts = (await story.chi.screen()).map(({ text }) => text);
  expect(texts.slice(-4)).toEqual([
    say('old-button'),
    say('snooze-nothing'),
    say('filing-settled-before'),
    say('filing-settled-before'),
  ]);
});
