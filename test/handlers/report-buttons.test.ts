import { beforeEach, describe, expect, test } from 'vitest';
import { textIn } from '#locales/text.ts';
import { expectQuestion, typesAll } from '#test/kit/answering.ts';
import { quietMonth } from '#test/kit/december-texts.ts';
import { aProvince, type Story } from '#test/kit/province.ts';
import { dataOf, tapsData } from '#test/kit/raw-updates.ts';
import { reportRow, submissionsOf } from '#test/kit/report-rows.ts';

const say = textIn('vi');

let story: Story;

beforeEach(async () => {
  story = await aProvince();
  await story.at('2026-12-07T09:00:00+07:00');
  await story.an.types('/baocao tháng 12');
});

/** What would be sent of the month now. */
async function draft(): Promise<unknown> {
  return (await reportRow(story, 'STC', 'monthly 2026-M12')).draft;
}

function rowsOfKind(kind: string) {
  return story.store.db
    .selectFrom('messages')
    .select('content')
    .where('kind', '=', kind)
    .orderBy('seq')
    .execute();
}

describe('a button of a question that is over', () => {
  test('is answered with where the conversation stands, and changes nothing', async () => {
    const none = await dataOf(story, story.an, say('none-of-them'));
    await story.an.types('6');
    await story.an.types('5');
    await tapsData(story, story.an, none);
    const { text } = await story.an.receives(say('stale-other-question'));
    expectQuestion(story, { text, buttons: [] }, { asks: 'systems-by-level' });
    expect(await draft()).toEqual({ 'systems-managed': 6, 'systems-approved': 5 });
  });

  test('twice in a row is one answer: the second tap is not one to the next question', async () => {
    await story.an.types('0');
    // The next two questions can both be answered with “none”.
    const none = await dataOf(story, story.an, say('none-of-them'));
    await tapsData(story, story.an, none);
    await tapsData(story, story.an, none);
    expectQuestion(story, await story.an.receives(say('stale-other-question')), {
      asks: 'vulnerabilities-found',
    });
    expect(await draft()).toEqual({ 'systems-managed': 0, incidents: 0 });
  });

  test('back twice in a row goes back once', async () => {
    await typesAll(story.an, ['6', '5', '3 2 0 0 0']);
    const back = await dataOf(story, story.an, say('button-back'));
    await tapsData(story, story.an, back);
    await tapsData(story, story.an, back);
    expectQuestion(story, await story.an.receives(say('stale-other-question')), { asks: 'systems-by-level' });
  });

  test('of a conversation that was begun anew, or put aside, does nothing', async () => {
    const none = await dataOf(story, story.an, say('none-of-them'));
    await story.an.types('/huy');
    await tapsData(story, story.an, none);
    await story.an.receives(say('stale-stopped'));
    await story.an.types('/baocao tháng 12');
    await tapsData(story, story.an, none);
    await story.an.receives(say('stale-other-dialogue'));
    expect(await draft()).toEqual({});
  });
});

describe('buttons go once their question is answered', () => {
  test('each answered question has its row that takes them away, and none on the screen', async () => {
    await story.an.screen();
    const asked = await rowsOfKind('reply');
    await story.an.types('0');
    const retired = await rowsOfKind('retire');
    expect(retired).toHaveLength(1);
    const [row] = await story.store.db
      .selectFrom('messages')
      .select('id')
      .where('kind', '=', 'reply')
      .orderBy('seq', 'desc')
      .limit(1)
      .offset(1)
      .execute();
    expect(retired[0]?.content).toMatchObject({ messageId: row?.id });
    expect(asked).toHaveLength(1);

    const shown = await story.an.screen();
    const questions = shown.filter(({ text }) => text.includes('/6'));
    expect(questions.map(({ buttons }) => buttons.length > 0)).toEqual([false, true]);
  });

  test('begun anew, the question that was open loses them', async () => {
    await story.an.types('/baocao tháng 12');
    const shown = await story.an.screen();
    const questions = shown.filter(({ text }) => text.includes('1/6'));
    expect(questions.map(({ buttons }) => buttons.length > 0)).toEqual([false, true]);
  });

  test('after the receipt no button of the conversation is left', async () => {
    await typesAll(story.an, [...quietMonth, 'gửi']);
    const shown = await story.an.screen();
    expect(shown.flatMap(({ buttons }) => buttons)).not.toContain(say('button-send', { count: 1 }));
  });
});

describe('sending', () => {
  test('tapped twice: one submission, one receipt', async () => {
    await typesAll(story.an, quietMonth);
    const send = await dataOf(story, story.an, say('button-send', { count: 1 }));
    await Promise.all([tapsData(story, story.an, send), tapsData(story, story.an, send)]);
    await story.an.receives(say('receipt-on-time'));
    await story.an.receives(say('old-button'));
    await story.an.receivesNothing();
    expect(await submissionsOf(story, 'STC')).toHaveLength(1);
  });

  test('with figures that have changed since the summary was shown: it is shown again', async () => {
    await typesAll(story.an, quietMonth);
    const send = await dataOf(story, story.an, say('button-send', { count: 1 }));
    await story.an.types('quay lại');
    await story.an.types('Cần tập huấn');
    await tapsData(story, story.an, send);
    const again = await story.an.receives(say('stale-summary-changed'));
    expect(again.text).toContain('Cần tập huấn');
    expect(await submissionsOf(story, 'STC')).toEqual([]);
    await story.an.taps(say('button-send', { count: 1 }));
    await story.an.receives(say('receipt-on-time'));
    expect((await submissionsOf(story, 'STC'))[0]?.answers).toMatchObject({ difficulties: 'Cần tập huấn' });
  });
});
