import { expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { quietMonth } from '#test/kit/december-texts.ts';
import { aProvince } from '#test/kit/province.ts';

const say = textIn('vi');

test.each([
  { what: 'the summary', before: 118 },
  { what: 'a button', before: 28 },
])('an answer that is cut for $what is cut between two characters', async ({ before }) => {
  const story = await aProvince();
  await story.at('2026-12-10T09:00:00+07:00');
  await typesAll(story.an, [
    '/baocao tháng 12',
    ...quietMonth.slice(0, -1),
    `${'a'.repeat(before)}👍👍👍👍👍`,
  ]);
  await story.an.taps(say('button-edit-answer'));
  await story.an.receives(say('edit-which'));
  const screen = await story.an.screen();
  expect(screen.every(({ text, buttons }) => [text, ...buttons].every((shown) => shown.isWellFormed()))).toBe(
    true,
  );
  expect(story.log.lines).toEqual([]);
});
