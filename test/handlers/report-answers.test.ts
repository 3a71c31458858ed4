import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { answerAll, expectQuestion, typesAll } from '#test/kit/answering.ts';
import { quietMonth } from '#test/kit/december-texts.ts';
import { wordsOfForm } from '#test/kit/form-words.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { reportRow, submissionsOf } from '#test/kit/report-rows.ts';
import type { Seen } from '#test/kit/story-officer.ts';

const say = textIn('vi');
const monthly = 'monthly 2026-M12';

let story: Story;
let words: ReturnType<typeof wordsOfForm>;

beforeEach(async () => {
  story = await aProvince();
  words = wordsOfForm(story, 'monthly-agency');
  await story.at('2026-12-07T09:00:00+07:00');
  await story.an.receives('quý IV/2026');
});

/** Begins the report of a period and types so many answers; nothing of that is looked at. */
async function comesTo(period: string, answers: readonly string[]): Promise<void> {
  await typesAll(story.an, [`/baocao ${period}`, ...answers]);
  const shown = await story.an.screen();
  for (let seen = 1; seen < shown.length; seen += 1) await story.an.receives('');
}

async function draft(report = monthly): Promise<unknown> {
  return (await reportRow(story, 'STC', report)).draft;
}

describe('what is no answer is refused with what would be one, and nothing is recorded', () => {
  const yearToResult = ['0', 'có', 'có', 'có', '20/11'];
  const yearToBudget = ['0', 'có', 'có', 'không', '0', '0', 'không', 'không'];

  const systems = { of: 'tháng 12', asks: 'systems-managed', after: [] };
  const byLevel = { of: 'tháng 12', asks: 'systems-by-level', after: ['6', '5'] };
  const huntedOn = { of: 'tháng 12', asks: 'hunting-date', after: ['0', '0', '0', 'có'] };
  const hunted = { of: 'tháng 12', asks: 'hunting-done', after: ['0', '0', '0'] };
  const difficulties = { of: 'tháng 12', asks: 'difficulties', after: quietMonth.slice(0, 5) };
  const result = { of: 'năm 2026', asks: 'inspection-result', after: yearToResult };
  const budget = { of: 'năm 2026', asks: 'budget-share', after: yearToBudget };

  test.each([
    { at: systems, types: 'khá nhiều', says: say('refused-misunderstood'), example: '6' },
    { at: systems, types: '-1', says: say('refused-negative'), example: '6' },
    { at: systems, types: '20000', says: say('refused-above', { limit: 10000 }), example: '6' },
    { at: systems, types: '6,5', says: say('refused-misunderstood'), example: '6' },
    {
      at: byLevel,
      types: '3 2 0',
      says: say('refused-wrong-count', { given: 3, wanted: 5 }),
      example: '3 2 0 0 0',
    },
    {
      at: byLevel,
      types: 'cấp 1 có ba',
      says: say('refused-wrong-count', { given: 1, wanted: 5 }),
      example: '3 2 0 0 0',
    },
    { at: byLevel, types: '3 2 0 0 -1', says: say('refused-negative'), example: '3 2 0 0 0' },
    { at: hunted, types: 'tùy', says: say('refused-misunderstood'), example: '“có”' },
    { at: huntedOn, types: '31/11', says: say('refused-no-such-day'), example: '05/12/2026' },
    {
      at: huntedOn,
      types: '8/12',
      says: say('refused-future-date', { day: '8/12/2026' }),
      example: '05/12/2026',
    },
    { at: huntedOn, types: 'hôm nọ', says: say('refused-misunderstood'), example: '05/12/2026' },
    {
      at: difficulties,
      types: 'a'.repeat(1001),
      says: say('refused-too-long', { limit: 1000 }),
      example: 'tập huấn',
    },
    { at: result, types: 'tốt', says: say('refused-misunderstood'), example: 'Tuân thủ đầy đủ' },
    { at: budget, types: '120', says: say('refused-above', { limit: 100 }), example: '12,5' },
    { at: budget, types: 'ít', says: say('refused-misunderstood'), example: '12,5' },
  ])('$at.asks, “$types”: $says', async ({ at, types, says, example }) => {
    const report = at.of === 'tháng 12' ? monthly : 'annual-agency 2026';
    await comesTo(at.of, at.after);
    const before = await draft(report);
    await story.an.types(types);
    const refused = await story.an.receives(says);
    expect(refused.text).toContain(example);
    expectQuestion(story, refused, at);
    expect(await draft(report)).toEqual(before);
  });
});

describe('a day outside the days that count', () => {
  /** The month's figures count from 15/11. */
  beforeEach(async () => {
    await comesTo('tháng 12', ['0', '0', '0', 'có', '14/11']);
    await story.an.screen();
  });

  test('is asked back; “yes” records it', async () => {
    expect(await draft()).not.toHaveProperty('hunting-date');
    await story.an.taps(say('button-this-day'));
    expectQuestion(story, await story.an.receives('14/11/2026'), { asks: 'backups' });
    expect(await draft()).toMatchObject({ 'hunting-date': '2026-11-14' });
  });

  test('“no” asks for another, and one that is typed is taken at once', async () => {
    await story.an.taps(say('button-other-day'));
    expectQuestion(story, await story.an.receives(''), { asks: 'hunting-date' });
    await story.an.types('14/11');
    await story.an.receives(
      say('fill-confirm-outside', { answer: '14/11/2026', from: '15/11/2026', to: '14/12/2026' }),
    );
    await story.an.types('15/11');
    expectQuestion(story, await story.an.receives(''), { asks: 'backups' });
    expect(await draft()).toMatchObject({ 'hunting-date': '2026-11-15' });
  });
});

describe('answers that do not fit together', () => {
  test('more approved than managed: said at once, and either number can be mended', async () => {
    await comesTo('tháng 12', ['6']);
    await story.an.types('7');
    const broken = await story.an.receives(words.broken('systems-approved'));
    expectQuestion(story, broken, { asks: 'systems-approved' });
    expect(broken.buttons).not.toContain(say('button-keep'));
    await story.an.types('gửi');
    await story.an.receives(words.broken('systems-approved'));

    // It was the first of the two that was wrong.
    await story.an.taps(say('button-edit', { label: words.shortLabel('systems-managed') }));
    expectQuestion(story, await story.an.receives(say('question-current', { answer: '6' })), {
      asks: 'systems-managed',
    });
    await story.an.types('8');
    expectQuestion(story, await story.an.receives(''), { asks: 'systems-by-level' });
    expect(await draft()).toEqual({ 'systems-managed': 8, 'systems-approved': 7 });
  });

  test('the levels have to add up, and what is mended need not be said again', async () => {
    await comesTo('tháng 12', ['6', '5']);
    await story.an.types('3 1 0 0 0');
    expectQuestion(story, await story.an.receives(words.broken('systems-by-level')), {
      asks: 'systems-by-level',
    });
    await story.an.types('3 2 0 0 0');
    expectQuestion(story, await story.an.receives(''), { asks: 'systems-deployed' });
  });

  test('nothing is sent while they do not', async () => {
    await comesTo('tháng 12', ['6', '5', '3 2 0 0 0', '5', '0', '0', 'không', 'có', 'bỏ qua']);
    await story.an.taps(say('button-edit-answer'));
    const list = await story.an.receives(say('edit-which'));
    await story.an.taps(list.buttons[0] ?? '');
    await story.an.types('4');
    await story.an.receives(words.broken('systems-approved'));
    await story.an.types('gửi');
    await story.an.receives(words.broken('systems-approved'));
    expect(await submissionsOf(story, 'STC')).toEqual([]);
  });
});

describe('ways through the questions', () => {
  test('back shows the answer, which can be kept or replaced', async () => {
    const { an } = story;
    await comesTo('tháng 12', ['6', '5']);
    await an.taps(say('button-back'));
    const back = await an.receives(say('question-current', { answer: '5' }));
    expect(back.buttons).toContain(say('button-keep'));
    await an.types('quay lại');
    const first = await an.receives(say('question-current', { answer: '6' }));
    expect(first.buttons).not.toContain(say('button-back'));
    await an.types('quay lai');
    expectQuestion(story, await an.receives(say('question-current', { answer: '6' })), {
      asks: 'systems-managed',
    });
    await an.taps(say('button-keep'));
    // The second has its answer already: on to what is open.
    expectQuestion(story, await an.receives(''), { asks: 'systems-by-level' });
    expect(await draft()).toEqual({ 'systems-managed': 6, 'systems-approved': 5 });
  });

  test('only what is optional can be passed over', async () => {
    const { an } = story;
    await comesTo('tháng 12', []);
    const { buttons } = (await an.screen()).at(-1) as Seen;
    expect(buttons).not.toContain(say('button-skip'));
    await an.types('bỏ qua');
    expectQuestion(story, await an.receives(say('fill-cannot-skip')), { asks: 'systems-managed' });

    await typesAll(an, quietMonth.slice(0, 5));
    await an.taps(say('button-skip'));
    const summary = (await an.screen()).at(-1);
    expect(summary?.buttons[0]).toBe(say('button-send', { count: 1 }));
    expect(summary?.text).toContain(say('summary-skipped'));
    expect(await draft()).not.toHaveProperty('difficulties');
  });

  test('“gửi” before the end says how many questions are open', async () => {
    await comesTo('tháng 12', ['0', '0']);
    await story.an.types('gửi');
    // Of systems, incidents, vulnerabilities, hunting, backups, difficulties two are answered.
    expectQuestion(story, await story.an.receives(say('fill-not-complete', { count: 4 })), {
      asks: 'vulnerabilities-found',
    });
    expect(await submissionsOf(story, 'STC')).toEqual([]);
  });

  test('an answer is edited from the summary, and what it has made relevant is asked', async () => {
    const { an } = story;
    await comesTo('tháng 12', quietMonth);
    await an.taps(say('button-edit-answer'));
    const { buttons } = await an.receives(say('edit-which'));
    expect(buttons).toHaveLength(6);
    await an.taps(say('edit-line', { label: words.shortLabel('incidents'), answer: '0' }));
    await answerAll(story, an, [
      { asks: 'incidents', types: '2' },
      { asks: 'incidents-by-kind', types: '0 0 2 0 0 0 0 0 0 0' },
    ]);
    const summary = await an.receives('Sở Tài chính');
    expect(summary.buttons[0]).toBe(say('button-send', { count: 1 }));
    await an.taps(say('button-send', { count: 1 }));
    await an.receives(say('receipt-on-time'));
    const [submission] = await submissionsOf(story, 'STC');
    expect(submission?.answers).toMatchObject({
      incidents: 2,
      'incidents-by-kind': [0, 0, 2, 0, 0, 0, 0, 0, 0, 0],
    });
  });

  test('what an edit has made pointless is not sent', async () => {
    const { an } = story;
    await comesTo('tháng 12', ['6', '5', '3 2 0 0 0', '5', ...quietMonth.slice(1)]);
    await an.taps(say('button-edit-answer'));
    await an.taps(say('edit-line', { label: words.shortLabel('systems-managed'), answer: '6' }));
    await typesAll(an, ['0', 'gửi']);
    await an.receives(say('receipt-on-time'));
    const [submission] = await submissionsOf(story, 'STC');
    expect(submission?.answers).toEqual({
      ...{ 'systems-managed': 0, incidents: 0, 'vulnerabilities-found': 0 },
      ...{ 'hunting-done': false, backups: true },
    });
  });
});
