import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { quietMonth } from '#test/kit/december-texts.ts';
import { leaves } from '#test/kit/end-position.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { reportRow, statesOf, submissionsOf } from '#test/kit/report-rows.ts';
import type { StoryOfficer } from '#test/kit/story-officer.ts';

const say = textIn('vi');
const monthly = 'monthly 2026-M12';

let story: Story;

beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T09:00:00+07:00');
});

describe('two reporters of one unit', () => {
  let lan: StoryOfficer;

  beforeEach(async () => {
    lan = await story.joins('Vũ Thị Lan', ['reporter', 'STC']);
    await typesAll(story.an, ['/baocao tháng 12', '6']);
  });

  test('the second sees who is filling in, and nothing is taken from anybody by looking', async () => {
    await lan.types('/baocao');
    await lan.receives(say('owed-state-draft-by', { name: 'Nguyễn Văn An' }));
    await lan.types('/baocao tháng 12');
    const asked = await lan.receives(say('fill-take-over-ask', { name: 'Nguyễn Văn An' }));
    expect(asked.buttons).toEqual([say('button-take-over')]);
    expect(await reportRow(story, 'STC', monthly)).toMatchObject({ draftBy: 'Nguyễn Văn An' });
    await story.an.types('5');
    expectQuestion(story, await story.an.receives(say('question-number', { number: 3, total: 9 })), {
      asks: 'systems-by-level',
    });
  });

  test('who takes over goes on from the same draft; the first is told and can answer no more', async () => {
    await lan.types('/baocao tháng 12');
    await lan.taps(say('button-take-over'));
    expectQuestion(story, await lan.receives(say('fill-carried-on')), { asks: 'systems-approved' });
    await story.an.receives(say('fill-other-drafting', { name: 'Vũ Thị Lan' }));
    await story.an.types('5');
    await story.an.receives(say('not-understood'));
    expect(await reportRow(story, 'STC', monthly)).toMatchObject({
      draftBy: 'Vũ Thị Lan',
      draft: { 'systems-managed': 6 },
    });
  });

  test('the button takes over what it asked about, the month, and not the other two', async () => {
    await lan.types('/baocao tháng 12');
    await lan.taps(say('button-take-over'));
    expect(await statesOf(story, 'STC')).toEqual({
      [monthly]: 'draft',
      'quarterly-agency 2026-Q4': 'open',
      'annual-agency 2026': 'open',
    });
  });

  test('both finish: one submission, and the button of the slower one does nothing more', async () => {
    await typesAll(story.an, ['5', '3 2 0 0 0', '5', ...quietMonth.slice(1)]);
    const send = await dataOf(story, story.an, say('button-send', { count: 1 }));
    await lan.types('/baocao tháng 12');
    await lan.taps(say('button-take-over'));
    // What An has passed over is not in the draft: it is asked again.
    expectQuestion(story, await lan.receives(say('fill-carried-on')), { asks: 'difficulties' });
    await typesAll(lan, ['bỏ qua', 'gửi']);
    await lan.receives(say('receipt-on-time'));

    await tapsData(story, story.an, send);
    await story.an.receives(say('old-button'));
    await story.an.types('/baocao tháng 12');
    await story.an.receives(say('owed-period-none', { period: 'tháng 12/2026' }));
    expect(await submissionsOf(story, 'STC')).toMatchObject([
      { report: monthly, officer: 'Vũ Thị Lan', version: 1 },
    ]);
  });

  test('sent on paper by a colleague meanwhile: the conversation ends at the next answer', async () => {
    await lan.types('gửi qua trục rồi, số 214/BC-STC ngày 4/12 tháng 12');
    await lan.taps(say('button-record'));
    await story.an.types('5');
    await story.an.receives(say('fill-already-sent'));
    expect((await statesOf(story, 'STC'))[monthly]).toBe('filed');
    // It is over: what is typed now is no answer to it.
    await story.an.types('5');
    await story.an.receives(say('not-understood'));
    expect(await story.store.db.selectFrom('dialogues').selectAll().execute()).toEqual([]);
  });
});

describe('at two units', () => {
  let lan: StoryOfficer;

  beforeEach(async () => {
    lan = await story.joins('Vũ Thị Lan', ['reporter', 'STC'], ['reporter', 'SYT']);
    // Everything twice: the questions of one unit, then those of the other.
    await typesAll(lan, [
      '/baocao tháng 12',
      ...quietMonth,
      '3',
      '3',
      '3 0 0 0 0',
      '3',
      ...quietMonth.slice(1),
    ]);
  });

  test('one conversation sends a report for each, with their own figures', async () => {
    await lan.taps(say('button-send', { count: 2 }));
    const receipt = await lan.receives('Sở Y tế');
    expect(receipt.text).toContain('Sở Tài chính');
    expect((await submissionsOf(story, 'STC'))[0]?.answers).toMatchObject({ 'systems-managed': 0 });
    expect((await submissionsOf(story, 'SYT'))[0]?.answers).toMatchObject({ 'systems-managed': 3 });
  });

  test('whose desk at one of them was given up sends only for the other', async () => {
    await leaves(story, lan, 'reporter', 'SYT');
    await lan.types('gửi');
    await lan.receives(say('receipt-on-time'));
    expect(await submissionsOf(story, 'STC')).toHaveLength(1);
    expect(await submissionsOf(story, 'SYT')).toEqual([]);
    expect((await statesOf(story, 'SYT'))[monthly]).toBe('draft');
  });
});

describe('a position that ends in the middle', () => {
  beforeEach(async () => {
    await typesAll(story.an, ['/baocao tháng 12', ...quietMonth]);
    await story.an.screen();
    await leaves(story, story.an, 'reporter', 'STC');
  });

  test('nothing is sent, and nobody is told that it was', async () => {
    await story.an.taps(say('button-send', { count: 1 }));
    await story.an.receives(say('owed-not-reporter'));
    expect(await submissionsOf(story, 'STC')).toEqual([]);
    expect((await statesOf(story, 'STC'))[monthly]).toBe('draft');
  });

  test('the conversation is over, and does not hold them', async () => {
    await story.an.types('5');
    await story.an.receives(say('owed-not-reporter'));
    await story.an.types('/huy');
    await story.an.receives(say('fill-nothing-to-stop'));
    await story.an.types('xin chào');
    await story.an.receives(say('not-understood'));
  });

  test('whoever comes after goes on from the draft', async () => {
    const lan = await story.joins('Vũ Thị Lan', ['reporter', 'STC']);
    await lan.types('/baocao tháng 12');
    await lan.taps(say('button-take-over'));
    await typesAll(lan, ['bỏ qua', 'gửi']);
    await lan.receives(say('receipt-on-time'));
    expect(await submissionsOf(story, 'STC')).toMatchObject([{ officer: 'Vũ Thị Lan' }]);
  });
});

describe('nobody reaches what is not theirs', () => {
  test('two officers of two units never see each other’s drafts', async () => {
    await typesAll(story.an, ['/baocao tháng 12', '6', '5']);
    await typesAll(story.dung, ['/baocao tháng 12', '2', '/baocao']);
    const shown = (await story.dung.screen()).map(({ text }) => text).join('\n');
    expect(shown).not.toContain('Sở Tài chính');
    expect(shown).not.toContain('Nguyễn Văn An');
    expect(await reportRow(story, 'STC', monthly)).toMatchObject({
      draft: { 'systems-managed': 6, 'systems-approved': 5 },
    });
    expect(await reportRow(story, 'SYT', monthly)).toMatchObject({ draft: { 'systems-managed': 2 } });
  });

  test('a head does not fill in, not even with the officer’s button', async () => {
    await story.an.types('/baocao');
    const fill = await dataOf(story, story.an, say('button-fill'));
    await tapsData(story, story.binh, fill);
    await story.binh.receives(say('owed-not-reporter'));
    expect(Object.values(await statesOf(story, 'STC'))).toEqual(['open', 'open', 'open']);
  });
});
