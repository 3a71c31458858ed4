import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { typesAll } from '#test/kit/answering.ts';
import { aProvince, type Story } from '#test/kit/province.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T08:30:00+07:00');
});

describe('a draft that was left', () => {
  test('for a day and more is recalled in the next reminder, which goes on where it stood', async () => {
    await typesAll(story.an, ['/baocao tháng 12', '6', '5']);
    await story.until('2026-12-10T09:00:00+07:00');
    await story.an.receives(say('reminder-left-at', { number: 3, total: 9 }));
    await story.an.types('tiếp tục');
    await story.an.receives(say('question-number', { number: 3, total: 9 }));
  });

  test('put aside, too', async () => {
    await typesAll(story.an, ['/baocao tháng 12', '6', '5', '/huy']);
    await story.until('2026-12-10T09:00:00+07:00');
    await story.an.receives(say('reminder-left-at', { number: 3, total: 9 }));
  });

  test('a moment ago is not', async () => {
    story.clock.set('2026-12-10T08:00:00+07:00');
    await typesAll(story.an, ['/baocao tháng 12', '6']);
    await story.until('2026-12-10T09:00:00+07:00');
    const reminded = await story.an.receives(say('reminder-drafts'));
    expect(reminded.text).not.toContain('câu 2/7');
  });
});

describe('what is served in the middle of a report lets it go on', () => {
  beforeEach(() => typesAll(story.an, ['/baocao tháng 12', '6']));

  test.each([
    { typed: '/lienket', served: 'Anh/chị đang liên kết' },
    { typed: '/dilam', served: say('leave-none') },
    { typed: 'mai nộp được không', served: 'vẫn kịp' },
    { typed: '/hanmuc', served: '' },
  ])('$typed', async ({ typed, served }) => {
    await story.an.types(typed);
    await story.an.receives(served);
    await story.an.receives(say('question-number', { number: 2, total: 7 }));
  });
});
